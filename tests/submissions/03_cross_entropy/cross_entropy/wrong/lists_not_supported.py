# loses check_cross_entropy: error.exception
import numpy as np


def cross_entropy(p, q):
    keep = p > 0
    return -np.sum(p[keep] * np.log2(q[keep]))
