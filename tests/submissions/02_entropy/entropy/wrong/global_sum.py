# loses check_entropy: state.kept
import math

h = 0

def entropy(p, base=2):
    global h
    for x in p:
        if x > 0:
            h -= x * math.log(x, base)
    return h
