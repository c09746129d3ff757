# loses check_cross_entropy: log.natural
import numpy as np


def cross_entropy(p, q):
    p = np.array(p)
    q = np.array(q)
    H = 0
    for k in range(len(p)):
        H += -p[k] * np.log(q[k])
    return H
