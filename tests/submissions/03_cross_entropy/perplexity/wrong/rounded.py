# loses check_perplexity: rounded
import numpy as np


def perplexity(p, q):
    p, q = np.array(p), np.array(q)
    return np.round(2 ** -np.sum(p[p > 0] * np.log2(q[p > 0])), 2)
