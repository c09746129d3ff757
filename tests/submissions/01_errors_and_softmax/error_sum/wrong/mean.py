# loses check_error_sum: reduction.mean
import numpy as np


def error_sum(t, o):
    return np.mean(t - o)
