# loses check_cross_entropy: zero.clamped
import math


def cross_entropy(p, q):
    return -sum(pi * math.log2(qi) for pi, qi in zip(p, q) if pi > 0 and qi > 0)
