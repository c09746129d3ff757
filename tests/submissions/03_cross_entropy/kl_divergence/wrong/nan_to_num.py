# loses check_kl_divergence: zero.clamped
import numpy as np


def kl_divergence(p, q):
    p, q = np.array(p), np.array(q)
    logs = np.nan_to_num(np.log2(p / q), neginf=0)
    return (p * logs).sum()
