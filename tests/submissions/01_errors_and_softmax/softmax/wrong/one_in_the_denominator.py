# loses check_softmax: softmax.missing
import numpy as np


def softmax(z):
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return e / (1 + e.sum(axis=-1, keepdims=True))
