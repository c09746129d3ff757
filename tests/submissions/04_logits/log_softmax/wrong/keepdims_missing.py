# loses check_log_softmax: error.exception | axis.wrong
import numpy as np


def log_softmax(z):
    z = z - np.max(z, axis=-1, keepdims=True)
    return z - np.log(np.sum(np.exp(z), axis=-1))
