# loses check_cross_entropy: returns.none
import numpy as np


def cross_entropy(p, q):
    p, q = np.array(p), np.array(q)
    print(-np.sum(p[p > 0] * np.log2(q[p > 0])))
