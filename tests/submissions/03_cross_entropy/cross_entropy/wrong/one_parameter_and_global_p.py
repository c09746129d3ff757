# loses check_cross_entropy: error.arguments
import numpy as np

p = [1, 0, 0]


def cross_entropy(q):
    return -np.sum(p * np.log2(q))
