# loses check_cross_entropy: loop.off_by_one
import numpy as np
def cross_entropy(p, q):
    s = 0
    for i in range(1, len(p)):
        s -= p[i] * np.log2(q[i])
    return s
