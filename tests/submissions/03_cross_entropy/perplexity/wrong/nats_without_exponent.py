# loses check_perplexity: exp.missing | log.natural
import numpy as np


def perplexity(p, q):
    h = 0
    for a, b in zip(p, q):
        if a > 0:
            h -= a * np.log(b)
    return h
