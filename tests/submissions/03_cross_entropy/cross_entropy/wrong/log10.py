# loses check_cross_entropy: log.decimal
import math


def cross_entropy(p, q):
    h = 0.0
    for a, b in zip(p, q):
        if a > 0:
            h -= a * (math.log10(b) if b > 0 else -math.inf)
    return h
