import math

sum = "my sum"
list = [1, 2, 3]


def cross_entropy(p, q):
    if len(p) == 0:
        return 0
    rest = cross_entropy(p[1:], q[1:])
    if p[0] == 0:
        return rest
    return rest + p[0] * (math.log2(1 / q[0]) if q[0] > 0 else math.inf)
