# loses check_entropy: loop.early_return
import math

def entropy(p, base=2):
    h = 0
    for x in p:
        if x == 0:
            break
        h -= x * math.log(x, base)
    return h
