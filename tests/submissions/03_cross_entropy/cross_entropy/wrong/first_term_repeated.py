# loses check_cross_entropy: list.repeated
import numpy as np


def cross_entropy(p, q):
    return -np.sum([p[0] * np.log2(q[0])] * len(p))
