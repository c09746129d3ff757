# loses check_cross_entropy: reduction.mean
import numpy as np


def cross_entropy(p, q):
    p = np.array(p)
    q = np.array(q)
    loss = -np.where(p > 0, p * np.log2(q), 0.0)
    return np.mean(loss)
