# loses check_surprisal: zero.nan
import numpy as np

def surprisal(p):
    p = np.asarray(p, dtype=float)
    return np.where(p > 0, -np.log2(p), np.nan)
