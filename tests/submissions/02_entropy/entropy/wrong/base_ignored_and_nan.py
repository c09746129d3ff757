# loses check_entropy: log.base_ignored | zero.nan
import numpy as np


def entropy(p, base=2):
    p = np.array(p)
    return -np.sum(p * np.log2(p))
