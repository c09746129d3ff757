# loses check_surprisal: zero.clamped
import numpy as np

def surprisal(p):
    p = np.asarray(p, dtype=float)
    return np.where(p > 0, -np.log2(np.where(p > 0, p, 1)), 0)
