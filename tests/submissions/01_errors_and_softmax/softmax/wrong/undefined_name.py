# loses check_softmax: error.exception
import numpy as np


def softmax(z):
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return e / np.sum(E, axis=-1, keepdims=True)
