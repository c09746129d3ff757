# loses check_entropy: error.undefined
import numpy as np

def Entropy(p, base=2):
    p = np.array(p)
    p = p[p > 0]
    return -np.sum(p * np.log(p)) / np.log(base)
