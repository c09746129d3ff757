# loses check_log_softmax: zero.clamped | underflow
import numpy as np
from scipy.special import softmax


def log_softmax(z):
    return np.log(softmax(z, axis=-1) + 1e-3)
