# loses check_cross_entropy: loop.early_return
import numpy as np


def cross_entropy(p, q):
    total = 0
    for i in range(len(p)):
        if p[i] > 0:
            total += -p[i] * np.log2(q[i])
        return total
