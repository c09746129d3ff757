# loses check_entropy: log.base_ignored | log.natural
import numpy as np

def entropy(p, base=2):
    p = np.array(p)
    p = p[p > 0]
    if base == 2:
        return -np.sum(p * np.log2(p))
    else:
        return -np.sum(p * np.log(p))
