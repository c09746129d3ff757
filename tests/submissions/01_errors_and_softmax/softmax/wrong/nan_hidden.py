# loses check_softmax: overflow
import numpy as np


def softmax(z):
    e = np.exp(z)
    p = e / e.sum(axis=-1, keepdims=True)
    return np.nan_to_num(p)
