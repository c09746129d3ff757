# loses check_cross_entropy: one_hot.assumed
import numpy as np


def cross_entropy(p, q):
    target = np.argmax(p)
    return -np.log2(q[target])
