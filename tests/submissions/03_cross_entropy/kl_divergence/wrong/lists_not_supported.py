# loses check_kl_divergence: error.exception
import numpy as np


def kl_divergence(p, q):
    return np.where(p > 0, p * np.log2(p / q), 0).sum()
