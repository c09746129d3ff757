# loses check_kl_divergence: zero.clamped
import numpy as np


def kl_divergence(p, q):
    p = np.clip(p, 1e-4, 1)
    q = np.clip(q, 1e-4, 1)
    return np.sum(p * np.log2(p / q))
