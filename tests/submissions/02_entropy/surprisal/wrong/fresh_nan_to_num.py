# loses check_surprisal: zero.clamped
import numpy as np

def surprisal(p):
    with np.errstate(divide="ignore"):
        s = -np.log2(np.asarray(p, dtype=float))
    return np.nan_to_num(s)
