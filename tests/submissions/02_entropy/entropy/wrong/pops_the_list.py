# loses check_entropy: input.modified | error.exception
import math

def entropy(p, base=2):
    if not isinstance(p, list):
        p = p.tolist()
    h = 0
    while p:
        x = p.pop()
        if x:
            h -= x * math.log(x, base)
    return h
