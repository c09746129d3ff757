# loses check_entropy: list.repeated
import numpy as np

def entropy(p, base=2):
    return -np.sum([p[0] * np.log(p[0])] * len(p)) / np.log(base)
