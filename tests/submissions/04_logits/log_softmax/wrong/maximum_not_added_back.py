# loses check_log_softmax: shift.once
import numpy as np


def log_softmax(z):
    m = z.max(axis=-1, keepdims=True)
    return z - np.log(np.sum(np.exp(z - m), axis=-1, keepdims=True))
