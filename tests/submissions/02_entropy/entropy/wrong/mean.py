# loses check_entropy: reduction.mean
import numpy as np

def entropy(p, base=2):
    p = np.array(p)
    logs = np.log(np.where(p > 0, p, 1)) / np.log(base)
    return -np.mean(p * logs)
