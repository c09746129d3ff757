# loses check_kl_divergence: zero.clamped
import numpy as np


def kl_divergence(p, q, eps=1e-10):
    p = np.asarray(p) + eps
    q = np.asarray(q) + eps
    return np.sum(p * np.log2(p / q))
