# loses check_perplexity: log.decimal
import numpy as np


def perplexity(p, q):
    p, q = np.array(p), np.array(q)
    return 2 ** -np.sum(p[p > 0] * np.log10(q[p > 0]))
