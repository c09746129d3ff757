# loses check_cross_entropy: error.exception
import math


def cross_entropy(p, q):
    return -sum(a * math.log2(b) for a, b in zip(p, q))
