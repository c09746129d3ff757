# loses check_perplexity: returns.none
import numpy as np


def perplexity(p, q):
    p = np.array(p)
    q = np.array(q)
    H = -np.sum(p * np.log2(q))
    # TODO 2 to the H
