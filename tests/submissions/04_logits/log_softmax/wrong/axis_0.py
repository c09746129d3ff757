# loses check_log_softmax: axis.wrong
import numpy as np


def log_softmax(z):
    m = z.max(axis=0)
    return z - m - np.log(np.sum(np.exp(z - m), axis=0))
