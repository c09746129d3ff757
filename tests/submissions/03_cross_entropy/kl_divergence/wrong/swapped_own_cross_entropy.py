# loses check_kl_divergence: arguments.swapped
import numpy as np


def cross_entropy(p, q):
    p, q = np.array(p), np.array(q)
    return -np.sum(q[q > 0] * np.log2(p[q > 0]))


def kl_divergence(p, q):
    return cross_entropy(p, q) - cross_entropy(p, p)
