# loses check_entropy: zero.clamped
import numpy as np

def entropy(p, base=2):
    p = np.array(p)
    return -np.sum(p * np.log(p + 1e-3)) / np.log(base)
