# loses check_entropy: loop.overwritten
import math

def entropy(p, base=2):
    for x in p:
        if x > 0:
            h = -x * math.log(x, base)
    return h
