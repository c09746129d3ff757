# loses check_kl_divergence: log.decimal
import numpy as np


def kl_divergence(p, q):
    p, q = np.array(p), np.array(q)
    m = p > 0
    return np.sum(p[m] * np.log10(p[m] / q[m]))
