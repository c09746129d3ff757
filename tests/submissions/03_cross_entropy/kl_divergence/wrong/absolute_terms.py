# loses check_kl_divergence: abs
import numpy as np


def kl_divergence(p, q):
    p, q = np.array(p), np.array(q)
    i = p > 0
    return np.sum(np.abs(p[i] * np.log2(p[i] / q[i])))
