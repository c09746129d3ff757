import numpy as np
import warnings


def error_sum(t, o):
    warnings.warn("sums of floats are not exact")
    return np.round((t - o).sum(), 12)
