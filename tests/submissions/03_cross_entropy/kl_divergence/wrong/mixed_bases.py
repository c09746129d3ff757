# loses check_kl_divergence: log.natural
import numpy as np


def H(p):
    p = np.array(p)
    return -np.sum(p[p > 0] * np.log(p[p > 0]))


def kl_divergence(p, q):
    p, q = np.array(p), np.array(q)
    Hpq = -np.sum(p[p > 0] * np.log2(q[p > 0]))
    return Hpq - H(p)
