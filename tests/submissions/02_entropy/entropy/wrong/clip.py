# loses check_entropy: zero.clamped
import numpy as np

def entropy(p, base=2):
    q = np.clip(p, 0.01, 1)
    return -np.sum(np.array(p) * np.log(q)) / np.log(base)
