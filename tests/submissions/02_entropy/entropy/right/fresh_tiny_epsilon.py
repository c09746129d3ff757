import numpy as np

EPS = 1e-300

def entropy(p, base=2):
    p = np.array(p, dtype=np.float64)
    return -(p * np.log(p + EPS)).sum() / np.log(base)
