# loses check_softmax: error.exception
import numpy as np


def softmax(z):
    n, k = z.shape
    out = np.empty((n, k))
    for i in range(n):
        e = np.exp(z[i] - z[i].max())
        out[i] = e / e.sum()
    return out
