# loses check_surprisal: weight.extra
import numpy as np

def surprisal(p):
    p = np.asarray(p, dtype=float)
    return -p * np.log2(p)
