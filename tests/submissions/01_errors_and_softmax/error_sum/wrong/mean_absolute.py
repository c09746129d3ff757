# loses check_error_sum: abs | reduction.mean
import numpy as np


def error_sum(t, o):
    return np.abs(t - o).mean()
