# loses check_perplexity: zero.nan
import numpy as np


def perplexity(p, q):
    return 2 ** -np.sum(p * np.log2(q))
