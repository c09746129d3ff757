# loses check_cross_entropy: arguments.swapped
import numpy as np


def cross_entropy(q, p):
    p, q = np.array(p), np.array(q)
    with np.errstate(all="ignore"):
        t = p * np.log2(q)
    return -t[p > 0].sum()
