# loses check_entropy: error.timeout
import math

def entropy(p, base=2):
    h, i = 0, 0
    while i < len(p):
        if p[i] > 0:
            h -= p[i] * math.log(p[i], base)
            i += 1
    return h
