import numpy as np


def perplexity(p, q):
    p = np.array(p, dtype=float)
    q = np.array(q, dtype=float)
    return np.prod(np.power(1 / q[p > 0], p[p > 0]))
