# loses check_cross_entropy: returns.shape
import numpy as np


def cross_entropy(p, q):
    p, q = np.array(p), np.array(q)
    return np.where(p > 0, -p * np.log2(q), 0)
