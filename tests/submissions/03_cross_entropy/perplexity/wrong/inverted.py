# loses check_perplexity: sign.flipped
import numpy as np


def perplexity(p, q):
    p, q = np.array(p), np.array(q)
    return 2 ** np.sum(p[p > 0] * np.log2(q[p > 0]))
