# loses check_error_sum: reduction.mean | sign.flipped
import numpy as np


def error_sum(t, o):
    return np.mean(o - t)
