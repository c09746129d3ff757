import numpy as np


def cross_entropy(p, q):
    p, q = np.array(p), np.array(q)
    keep = p > 0
    with np.errstate(divide="ignore"):
        return -np.sum(p[keep] * np.log2(q[keep]))


def perplexity(p, q):
    return 2 ** cross_entropy(p, q)
