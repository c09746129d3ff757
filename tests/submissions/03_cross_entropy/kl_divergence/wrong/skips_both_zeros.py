# loses check_kl_divergence: zero.clamped
import numpy as np


def kl_divergence(p, q):
    p, q = np.array(p), np.array(q)
    ok = (p > 0) & (q > 0)
    return np.sum(p[ok] * np.log2(p[ok] / q[ok]))
