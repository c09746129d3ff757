# loses check_log_softmax: underflow
import numpy as np
from scipy.special import softmax


def log_softmax(z):
    p = softmax(z, axis=-1)
    return np.where(p > 0, np.log(p), -100)
