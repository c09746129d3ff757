# loses check_entropy: reduction.mean
import numpy as np

def entropy(p, base=2):
    p = np.array(p)
    p = p[p > 0]
    return np.average(-p * np.log(p) / np.log(base))
