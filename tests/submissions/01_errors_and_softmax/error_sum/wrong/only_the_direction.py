# loses check_error_sum: unexplained
import numpy as np


def error_sum(t, o):
    return np.sign((t - o).sum())
