# loses check_log_softmax: overflow
import numpy as np


def log_softmax(z):
    return z - np.log(np.sum(np.exp(z), axis=-1, keepdims=True))
