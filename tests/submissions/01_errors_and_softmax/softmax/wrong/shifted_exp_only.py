# loses check_softmax: softmax.missing
import numpy as np


def softmax(z):
    m = np.max(z, axis=-1, keepdims=True)
    return np.exp(z - m)
