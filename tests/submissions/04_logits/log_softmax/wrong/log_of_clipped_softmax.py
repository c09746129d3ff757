# loses check_log_softmax: underflow | zero.clamped
import numpy as np
from scipy.special import softmax


def log_softmax(z):
    return np.log(np.clip(softmax(z, axis=-1), 1e-15, 1))
