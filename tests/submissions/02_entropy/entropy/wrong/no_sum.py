# loses check_entropy: returns.shape
import numpy as np

def entropy(p, base=2):
    p = np.array(p)
    return -p * np.log(np.where(p > 0, p, 1)) / np.log(base)
