# loses check_entropy: unexplained
import numpy as np


def entropy(p, base=2):
    p = np.array([x if x > 0 else 0.01 for x in p])
    return -np.sum(p * np.log(p)) / np.log(base)
