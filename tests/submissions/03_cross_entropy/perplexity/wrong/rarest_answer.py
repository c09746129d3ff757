# loses check_perplexity: unexplained
import numpy as np


def perplexity(p, q):
    p, q = np.array(p), np.array(q)
    return 1 / q[p > 0].min()
