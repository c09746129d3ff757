# loses check_softmax: loop.early_return
import numpy as np


def softmax(z):
    if z.ndim == 1:
        e = np.exp(z - z.max())
        return e / e.sum()
    out = np.zeros(z.shape)
    for i in range(len(z)):
        out[i] = softmax(z[i])
        return out
