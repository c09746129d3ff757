# loses check_cross_entropy: log.missing
import numpy as np


def cross_entropy(p, q):
    return np.square(np.subtract(p, q)).sum()
