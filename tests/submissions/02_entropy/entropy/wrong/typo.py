# loses check_entropy: error.exception
import numpy as np

def entropy(p, base=2):
    p = np.array(p)
    p = p[p > 0]
    return -np.sum(p * np.lgo(p)) / np.log(base)
