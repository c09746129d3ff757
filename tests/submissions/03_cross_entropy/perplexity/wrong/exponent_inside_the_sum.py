# loses check_perplexity: exp.misplaced
import numpy as np


def perplexity(p, q):
    p, q = np.array(p), np.array(q)
    return np.sum(2 ** -np.where(p > 0, p * np.log2(q), 0))
