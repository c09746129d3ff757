# loses check_softmax: abs
import numpy as np


def softmax(z):
    z = np.abs(z)
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)
