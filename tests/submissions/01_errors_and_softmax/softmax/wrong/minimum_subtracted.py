# loses check_softmax: overflow
import numpy as np


def softmax(z):
    z = z - np.min(z, axis=-1, keepdims=True)
    return np.exp(z) / np.sum(np.exp(z), axis=-1, keepdims=True)
