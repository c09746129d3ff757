# loses check_cross_entropy: zero.clamped
import math


def cross_entropy(p, q):
    result = 0
    for pi, qi in zip(p, q):
        if qi == 0:
            qi = 0.00001
        result += pi * math.log2(qi)
    return result * -1
