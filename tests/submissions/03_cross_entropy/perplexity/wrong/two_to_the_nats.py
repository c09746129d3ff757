# loses check_perplexity: log.natural
import numpy as np


def perplexity(p, q):
    p, q = np.array(p), np.array(q)
    h = -np.sum(p[p > 0] * np.log(q[p > 0]))
    return 2**h
