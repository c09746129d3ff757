# loses check_cross_entropy: argument.ignored
import numpy as np


def cross_entropy(p, q):
    return -np.sum(np.log2(q))
