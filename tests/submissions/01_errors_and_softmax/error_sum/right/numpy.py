import numpy as np


def error_sum(t, o):
    return np.sum(t - o)
