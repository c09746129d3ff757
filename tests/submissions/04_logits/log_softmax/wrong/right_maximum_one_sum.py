# loses check_log_softmax: axis.all
import numpy as np


def log_softmax(z):
    s = z - z.max(axis=-1, keepdims=True)
    return s - np.log(np.exp(s).sum())
