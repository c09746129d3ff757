# loses check_entropy: log.missing
import numpy as np

def entropy(p, base=2):
    p = np.array(p)
    return -np.sum(p * p)
