# loses check_error_sum: abs
import numpy as np


def error_sum(t, o):
    return np.sum(np.abs(t - o))
