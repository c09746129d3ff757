# loses check_softmax: axis.wrong
import numpy as np


def softmax(z):
    out = np.zeros(z.shape)
    for j in range(z.shape[-1]):
        column = z[..., j]
        e = np.exp(column - column.max())
        out[..., j] = e / e.sum()
    return out
