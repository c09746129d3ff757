# loses check_error_sum: loss.other_function
import numpy as np


def error_sum(t, o):
    return np.linalg.norm(t - o)
