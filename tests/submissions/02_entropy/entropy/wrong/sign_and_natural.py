# loses check_entropy: log.natural | sign.flipped
import math

def entropy(p, base=2):
    h = 0
    for x in p:
        if x > 0:
            h += x * math.log(x)
    return h
