# loses check_perplexity: error.exception | operator.caret
import numpy as np

def cross_entropy(p, q):
    p = np.array(p, dtype=float)
    q = np.array(q, dtype=float)
    mask = p > 0
    return -(p[mask] * np.log2(q[mask])).sum()

def perplexity(p, q):
    return 2 ^ cross_entropy(p, q)
