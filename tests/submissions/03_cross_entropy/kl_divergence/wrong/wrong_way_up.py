# loses check_kl_divergence: sign.flipped
import numpy as np


def kl_divergence(p, q):
    s = 0
    for a, b in zip(p, q):
        if a > 0:
            s += a * np.log2(b / a)
    return s
