import numpy as np


def kl_divergence(p, q):
    P = np.array(p, dtype=np.float64)
    Q = np.array(q, dtype=np.float64)
    idx = np.where(P != 0)[0]
    result = np.zeros(())
    result += P[idx] @ np.log2(P[idx])
    result -= P[idx] @ np.log2(Q[idx])
    return result
