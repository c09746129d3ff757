# loses check_error_sum: unexplained
import numpy as np


def error_sum(t, o):
    return np.count_nonzero(np.asarray(t) != np.asarray(o))
