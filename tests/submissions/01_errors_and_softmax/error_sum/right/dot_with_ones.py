import numpy as np


def error_sum(t, o):
    return np.dot(np.ones(len(t)), np.subtract(t, o))
