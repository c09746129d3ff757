# loses check_surprisal: zero.clamped
import numpy as np

def surprisal(p):
    return -np.log2(np.array(p) + 1e-4)
