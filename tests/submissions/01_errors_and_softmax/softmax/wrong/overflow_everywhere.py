# loses check_softmax: returns.nan | overflow
import numpy as np


def softmax(z):
    e = np.exp(z - z.max(axis=-1, keepdims=True) + 800)
    return e / e.sum(axis=-1, keepdims=True)
