import math


def kl_divergence(p, q):
    kl = 0
    for i in range(len(p)):
        if p[i] == 0:
            continue  # contributes nothing
        elif q[i] == 0:
            return math.inf
        else:
            kl = kl + p[i] * math.log2(p[i] / q[i])
    return kl
