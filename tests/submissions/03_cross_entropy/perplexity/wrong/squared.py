# loses check_perplexity: exp.swapped
import numpy as np


def perplexity(p, q):
    p, q = np.array(p), np.array(q)
    h = -np.sum(p[p > 0] * np.log2(q[p > 0]))
    return h**2
