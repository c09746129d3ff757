# loses check_error_sum: error.exception
import numpy as np


def error_sum(t, o):
    return np.sum(t - 0)[k]
