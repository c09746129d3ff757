# loses check_log_softmax: log.bits
import numpy as np


def log_softmax(z):
    m = z.max(axis=-1, keepdims=True)
    return z - m - np.log2(np.exp(z - m).sum(axis=-1, keepdims=True))
