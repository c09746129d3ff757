# loses check_cross_entropy: zero.nan
import numpy as np


def cross_entropy(p, q):
    return -np.sum(p * np.log2(q))
