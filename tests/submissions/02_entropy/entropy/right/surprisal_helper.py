import numpy as np


def surprisal(p, base):
    if p == 0:
        return 0
    return np.log(1 / p) / np.log(base)


def entropy(p, base=2):
    return sum(p_i * surprisal(p_i, base) for p_i in p)
