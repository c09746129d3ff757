# loses check_kl_divergence: kl.cross_entropy
import numpy as np


def kl_divergence(p, q):
    p, q = np.array(p), np.array(q)
    return -np.sum(p[p > 0] * np.log2(q[p > 0]))
