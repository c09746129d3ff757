# loses check_cross_entropy: argument.ignored
import numpy as np


def cross_entropy(p, q):
    p = np.array(p)
    p = p[p > 0]
    return -np.sum(p * np.log2(p))
