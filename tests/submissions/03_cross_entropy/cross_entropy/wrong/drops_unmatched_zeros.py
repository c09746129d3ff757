# loses check_cross_entropy: zero.clamped | zero.misaligned | unexplained
import math

def cross_entropy(p, q):
    # remove the zeros because log(0) is not defined
    p = [x for x in p if x > 0]
    q = [x for x in q if x > 0]
    H = 0.0
    for i in range(min(len(p), len(q))):
        H -= p[i] * math.log(q[i], 2)
    return H
