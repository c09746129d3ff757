import numpy as np


def kl_divergence(p, q):
    p = np.array(p, dtype=np.float32)
    q = np.array(q, dtype=np.float32)
    nz = np.nonzero(p)
    return (p[nz] * (np.log2(p[nz]) - np.log2(q[nz]))).sum()
