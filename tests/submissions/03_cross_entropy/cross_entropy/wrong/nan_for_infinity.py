# loses check_cross_entropy: returns.nan
import numpy as np
def cross_entropy(p, q):
    s = 0
    for a, b in zip(p, q):
        if a > 0:
            s -= a * (np.log2(b) if b > 0 else np.nan)
    return s
