# loses check_kl_divergence: log.missing
import numpy as np


def kl_divergence(p, q):
    p, q = np.array(p), np.array(q)
    return np.sum(p * (p / q))
