# loses check_kl_divergence: zero.infinite
import math


def kl_divergence(p, q):
    total = 0
    for a, b in zip(p, q):
        if b == 0:
            return math.inf
        if a > 0:
            total += a * math.log2(a / b)
    return total
