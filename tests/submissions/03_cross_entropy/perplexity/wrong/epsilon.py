# loses check_perplexity: zero.clamped
import numpy as np


def perplexity(p, q):
    q = np.array(q) + 1e-12
    return 2 ** -np.sum(p * np.log2(q))
