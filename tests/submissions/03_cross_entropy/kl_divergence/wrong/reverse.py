# loses check_kl_divergence: arguments.swapped
import numpy as np


def kl_divergence(p, q):
    p, q = np.array(p), np.array(q)
    ok = q > 0
    return np.sum(q[ok] * np.log2(q[ok] / p[ok]))
