# loses check_surprisal: zero.clamped
import numpy as np

def surprisal(p):
    return np.nan_to_num(-np.log2(p))
