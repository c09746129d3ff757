# loses check_cross_entropy: cross_entropy.binary | unexplained
import numpy as np

def cross_entropy(p, q):
    p = np.asarray(p, float); q = np.asarray(q, float)
    def term(a, b):
        if a == 0:
            return 0.0
        if b == 0:
            return np.inf
        return -a * np.log2(b)
    total = 0
    for a, b in zip(p, q):
        # loss = -(y log y' + (1 - y) log(1 - y'))
        total += term(a, b) + term(1 - a, 1 - b)
    return total
