# loses check_perplexity: loop.early_return
import math


def perplexity(p, q):
    h = 0
    for pi, qi in zip(p, q):
        if pi > 0:
            h += -pi * math.log2(qi)
            return 2**h
