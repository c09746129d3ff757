# loses check_softmax: axis.all
import numpy as np


def softmax(z):
    if z.ndim == 1:
        e = np.exp(z - z.max())
        return e / e.sum()
    return np.array([np.exp(m - m.max()) / np.exp(m - m.max()).sum() for m in z])
