# loses check_entropy: rounded
import numpy as np

def entropy(p, base=2):
    p = np.array(p)
    p = p[p > 0]
    return int(-np.sum(p * np.log(p)) / np.log(base))
