# loses check_entropy: error.exception | zero.nan
import math

def entropy(p, base=2):
    h = 0
    for x in p:
        h -= x * math.log(x, base)
    return h
