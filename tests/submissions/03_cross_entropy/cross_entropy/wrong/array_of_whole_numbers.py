# loses check_cross_entropy: rounded
import numpy as np
def cross_entropy(p, q):
    p = np.array(p); q = np.array(q)
    out = np.zeros_like(p)
    for i in range(len(p)):
        if p[i] > 0:
            out[i] = -p[i] * np.log2(q[i]) if q[i] > 0 else np.inf
    return out.sum()
