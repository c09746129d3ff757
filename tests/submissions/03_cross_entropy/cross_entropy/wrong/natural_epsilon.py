# loses check_cross_entropy: log.natural | zero.clamped
import numpy as np


def cross_entropy(p, q):
    eps = 1e-15
    q = np.clip(q, eps, 1 - eps)
    return -np.sum(p * np.log(q))
