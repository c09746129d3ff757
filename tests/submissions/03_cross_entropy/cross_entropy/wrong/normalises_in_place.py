# loses check_cross_entropy: input.modified
import math


def cross_entropy(p, q):
    for i in range(len(p) - 1, -1, -1):
        if p[i] == 0:
            q[i] = 1
    return -sum(a * (math.log2(b) if b else -math.inf) for a, b in zip(p, q))
