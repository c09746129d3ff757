# loses check_error_sum: unexplained
import numpy as np


def error_sum(t, o):
    # large errors should not dominate
    return np.clip(np.sum(t) - np.sum(o), -0.2, 0.2)
