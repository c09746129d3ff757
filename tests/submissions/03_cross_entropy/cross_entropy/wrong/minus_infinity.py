# loses check_cross_entropy: sign.flipped
import numpy as np
def cross_entropy(p, q):
    p, q = np.array(p), np.array(q)
    if ((p > 0) & (q == 0)).any(): return -np.inf
    return -np.sum(p[p>0] * np.log2(q[p>0]))
