# loses check_kl_divergence: loop.overwritten
import numpy as np


def kl_divergence(p, q):
    kl = 0
    for i in range(len(p)):
        if p[i] > 0:
            kl = p[i] * np.log2(p[i] / q[i])
    return kl
