import math

plogp = lambda x, b: 0 if x <= 0 else x * math.log(x, b)

def entropy(p, base=2):
    p = list(p)
    if not p:
        return 0
    return -plogp(p[0], base) + entropy(p[1:], base)
