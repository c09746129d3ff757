# loses check_perplexity: reduction.mean
import numpy as np


def perplexity(p, q):
    p, q = np.array(p), np.array(q)
    terms = np.where(p > 0, -p * np.log2(q), 0)
    return 2 ** terms.mean()
