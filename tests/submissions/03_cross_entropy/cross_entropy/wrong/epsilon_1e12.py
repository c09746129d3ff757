# loses check_cross_entropy: zero.clamped
import numpy as np


def cross_entropy(p, q):
    p = np.array(p)
    q = np.array(q)
    return -np.sum(p * np.log2(q + 1e-12))
