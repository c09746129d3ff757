import math


def entropy(p, base=2):
    h = 0
    for p_i in p:
        if p_i > 0:
            h = h - p_i * math.log(p_i, base)
    return h
