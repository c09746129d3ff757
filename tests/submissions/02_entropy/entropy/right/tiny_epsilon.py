import numpy as np

EPS = 1e-12

def entropy(p, base=2):
    p = np.array(p, dtype=float)
    return -(p * np.log(p + EPS)).sum() / np.log(base)
