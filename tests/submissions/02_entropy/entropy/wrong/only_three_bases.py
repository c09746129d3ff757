# loses check_entropy: returns.none
import numpy as np

def entropy(p, base=2):
    p = np.array(p)
    p = p[p > 0]
    if base == 2:
        return -np.sum(p * np.log2(p))
    elif base == 10:
        return -np.sum(p * np.log10(p))
    elif base == np.e:
        return -np.sum(p * np.log(p))
