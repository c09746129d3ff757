# loses check_kl_divergence: kl.cross_entropy
import numpy as np


def kl_divergence(p, q):
    p = np.array(p)
    p = p[p > 0]
    return float((p * np.log2(1 / p)).sum())
