# loses check_cross_entropy: zero.clamped
import numpy as np
def cross_entropy(p, q):
    q = 0.99 * np.array(q) + 0.01 / len(q)
    return -np.sum(p * np.log2(q))
