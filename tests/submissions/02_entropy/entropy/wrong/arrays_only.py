# loses check_entropy: error.exception
import numpy as np

def entropy(p, base=2):
    p = p[p > 0]
    return -(p * np.log(p)).sum() / np.log(base)
