import numpy as np

def entropy(p, base=2):
    p = np.array(p)
    # log2(0) = -inf and 0 * -inf = nan, so leave the nan out
    return -np.nansum(p * np.log2(p)) / np.log2(base)
