# loses check_log_softmax: overflow
import numpy as np


def log_softmax(z):
    e = np.exp(z)
    return np.log(e / e.sum(axis=-1, keepdims=True))
