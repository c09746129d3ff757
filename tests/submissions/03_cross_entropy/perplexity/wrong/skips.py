# loses check_perplexity: zero.clamped
import math


def perplexity(p, q):
    h = 0
    for i in range(len(p)):
        if p[i] != 0 and q[i] != 0:
            h += p[i] * math.log2(1 / q[i])
    return 2**h
