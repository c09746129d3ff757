import numpy as np


def entropy(p, base=2):
    p = np.asarray(p)
    p = p[p > 0]
    return -np.sum(p * np.log(p)) / np.log(base)
