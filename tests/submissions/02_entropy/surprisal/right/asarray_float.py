import numpy as np

def surprisal(p):
    p = np.asarray(p, dtype=float)
    with np.errstate(divide="ignore"):
        return -np.log2(p)
