# loses check_cross_entropy: loop.overwritten
import numpy as np


def cross_entropy(p, q):
    total = 0
    for pi, qi in zip(p, q):
        if pi != 0:
            total = -pi * np.log2(qi)
    return total
