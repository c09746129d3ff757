import numpy as np


def kl_divergence(p, q):
    return sum(a * np.log2(np.divide(a, b)) for a, b in zip(p, q) if a > 0)
