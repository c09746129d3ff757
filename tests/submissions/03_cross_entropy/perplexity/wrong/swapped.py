# loses check_perplexity: arguments.swapped
import numpy as np


def perplexity(p, q):
    p, q = np.array(p), np.array(q)
    i = q > 0
    return 2 ** -np.sum(q[i] * np.log2(p[i]))
