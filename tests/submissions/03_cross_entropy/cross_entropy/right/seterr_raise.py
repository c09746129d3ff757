import numpy as np

np.seterr(all="raise")


def cross_entropy(p, q):
    surprise = []
    for pi, qi in zip(p, q):
        if pi > 0:
            surprise.append(pi * (np.inf if qi == 0 else -np.log2(qi)))
    return sum(surprise)
