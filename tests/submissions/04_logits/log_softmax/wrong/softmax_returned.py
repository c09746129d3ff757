# loses check_log_softmax: log.missing
import numpy as np


def log_softmax(z):
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)
