# loses check_kl_divergence: sign.flipped
import numpy as np


def kl_divergence(p, q):
    p, q = np.array(p), np.array(q)
    i = p > 0
    hp = -np.sum(p[i] * np.log2(p[i]))
    hpq = -np.sum(p[i] * np.log2(q[i]))
    return hpq + hp
