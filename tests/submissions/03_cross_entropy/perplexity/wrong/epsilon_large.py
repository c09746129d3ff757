# loses check_perplexity: zero.clamped
import numpy as np


def perplexity(p, q):
    q = np.clip(q, 1e-3, 1)
    return np.exp(-np.sum(p * np.log(q)))
