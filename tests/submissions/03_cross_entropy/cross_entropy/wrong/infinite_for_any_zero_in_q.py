# loses check_cross_entropy: zero.infinite
import numpy as np


def cross_entropy(p, q):
    if 0 in q:
        return np.inf
    return -np.sum(np.array(p) * np.log2(np.array(q)))
