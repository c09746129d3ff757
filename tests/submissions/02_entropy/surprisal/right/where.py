import numpy as np

def surprisal(p):
    p = np.array(p, dtype=np.float64)
    return np.where(p > 0, -np.log2(np.where(p > 0, p, 1.0)), np.inf)
