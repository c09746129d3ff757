# loses check_kl_divergence: log.natural
import numpy as np


def kl_divergence(p, q):
    p = np.array(p)
    q = np.array(q)
    return np.sum(p * np.log(p / q))
