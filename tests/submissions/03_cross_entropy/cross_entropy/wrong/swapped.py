# loses check_cross_entropy: arguments.swapped
import numpy as np


def cross_entropy(p, q):
    p, q = np.array(p), np.array(q)
    mask = q > 0
    return -np.sum(q[mask] * np.log2(p[mask]))
