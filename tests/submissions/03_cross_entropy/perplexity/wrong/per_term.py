# loses check_perplexity: returns.shape
import numpy as np


def perplexity(p, q):
    p, q = np.array(p), np.array(q)
    return 2 ** (-p * np.log2(q))
