# loses check_kl_divergence: weight.missing
import numpy as np


def kl_divergence(p, q):
    p, q = np.array(p), np.array(q)
    m = p > 0
    return np.sum(np.log2(p[m] / q[m]))
