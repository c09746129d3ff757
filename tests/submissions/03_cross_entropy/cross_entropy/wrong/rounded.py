# loses check_cross_entropy: rounded
import numpy as np


def cross_entropy(p, q):
    p, q = np.asarray(p), np.asarray(q)
    keep = p > 0
    return round(float(-np.sum(p[keep] * np.log2(q[keep]))), 3)
