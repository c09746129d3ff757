import numpy as np

def entropy(p, base=2):
    p = np.array(p)
    p = p[np.nonzero(p)]
    h = np.array(0.0)
    for x in p:
        h += x * np.emath.logn(base, 1 / x)
    return h
