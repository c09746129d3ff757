# loses check_cross_entropy: log.natural
import numpy as np


def cross_entropy(p, q):
    p, q = np.array(p), np.array(q)
    i = p != 0
    return -np.sum(p[i] * np.log(q[i]))
