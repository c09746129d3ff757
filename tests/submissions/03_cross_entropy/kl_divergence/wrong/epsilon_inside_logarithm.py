# loses check_kl_divergence: zero.clamped
import numpy as np
def kl_divergence(p, q):
    p, q = np.array(p), np.array(q)
    return np.sum(p * np.log2((p + 1e-3) / (q + 1e-3)))
