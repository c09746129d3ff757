# loses check_perplexity: loop.overwritten
import numpy as np


def perplexity(p, q):
    for pi, qi in zip(p, q):
        h = -pi * np.log2(qi) if pi > 0 else 0
    return 2**h
