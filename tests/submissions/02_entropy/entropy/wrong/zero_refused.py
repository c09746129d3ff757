# loses check_entropy: unexplained
import numpy as np


def entropy(p, base=2):
    if min(p) <= 0:
        return -1
    return sum(x * np.log(1 / x) for x in p) / np.log(base)
