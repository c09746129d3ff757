import numpy as np


def cross_entropy(p, q):
    p, q = np.array(p), np.array(q)
    keep = p > 0
    return -np.sum(p[keep] * np.log2(q[keep]))


def kl_divergence(p, q):
    return cross_entropy(p, q) - cross_entropy(p, p)
