# loses check_cross_entropy: zero.clamped
import numpy as np


def cross_entropy(p, q):
    q = np.maximum(q, 0.001)
    return -(np.array(p) * np.log2(q)).sum()
