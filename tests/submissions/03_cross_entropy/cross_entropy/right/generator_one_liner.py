from math import inf, log


def cross_entropy(p, q):
    return sum(-a * log(b, 2) if b else inf for a, b in zip(p, q) if a)
