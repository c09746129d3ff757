# loses check_entropy: weight.missing
import numpy as np

def entropy(p, base=2):
    p = np.array(p)
    return -np.sum(np.log(p[p > 0])) / np.log(base)
