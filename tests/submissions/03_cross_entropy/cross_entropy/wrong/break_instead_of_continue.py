# loses check_cross_entropy: loop.early_return
import numpy as np
def cross_entropy(p, q):
    s = 0
    for a, b in zip(p, q):
        if a == 0:
            break
        s -= a * np.log2(b)
    return s
