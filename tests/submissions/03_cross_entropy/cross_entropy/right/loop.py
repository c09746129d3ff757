import math


def cross_entropy(p, q):
    total = 0
    for i in range(len(p)):
        if p[i] == 0:
            continue
        if q[i] == 0:
            return float("inf")
        total += p[i] * math.log2(q[i])
    return -total
