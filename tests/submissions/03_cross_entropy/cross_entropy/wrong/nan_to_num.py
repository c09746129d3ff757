# loses check_cross_entropy: zero.clamped
import numpy as np


def cross_entropy(p, q):
    return np.sum(np.nan_to_num(-np.array(p) * np.log2(q)))
