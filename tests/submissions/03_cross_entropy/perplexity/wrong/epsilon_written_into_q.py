# loses check_perplexity: zero.clamped | input.modified
import numpy as np
def perplexity(p, q):
    q = np.asarray(q)
    q[q == 0] = 1e-12
    return np.exp(-np.sum(p * np.log(q)))
