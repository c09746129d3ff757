# loses check_log_softmax: axis.all
import numpy as np


def log_softmax(z):
    m = z.max()
    return z - m - np.log(np.exp(z - m).sum(axis=-1, keepdims=True))
