# loses check_kl_divergence: zero.nan
import numpy as np


def cross_entropy(p, q):
    return -np.sum(p * np.log2(q))


def kl_divergence(p, q):
    return cross_entropy(p, q) - cross_entropy(p, p)
