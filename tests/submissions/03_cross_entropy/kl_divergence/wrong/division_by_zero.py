# loses check_kl_divergence: error.exception
import math


def kl_divergence(p, q):
    return sum(a * math.log2(a / b) for a, b in zip(p, q) if a > 0)
