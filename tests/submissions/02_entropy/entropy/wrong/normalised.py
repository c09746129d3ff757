# loses check_entropy: entropy.normalised | argument.ignored | log.base_ignored | unexplained
import numpy as np

def entropy(p, base=2):
    # choose the base so that entropy is between 0 and 1
    base = len(p)
    h = 0
    for x in p:
        h += 0 if x == 0 else -x * np.log(x) / np.log(base)
    return h
