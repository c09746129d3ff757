# loses check_kl_divergence: kl.quotient_of_logs | unexplained | log.misplaced
import numpy as np

def kl_divergence(p, q):
    p, q = np.array(p, dtype=float), np.array(q, dtype=float)
    if np.any((q == 0) & (p > 0)):
        return np.inf
    m = p > 0
    return np.sum(p[m] * np.log2(p[m]) / np.log2(q[m]))
