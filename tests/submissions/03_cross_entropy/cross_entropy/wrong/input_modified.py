# loses check_cross_entropy: input.modified | zero.clamped
import numpy as np


def cross_entropy(p, q):
    for i in range(len(q)):
        if q[i] == 0:
            q[i] = 1e-9
    return -np.sum(np.array(p) * np.log2(q))
