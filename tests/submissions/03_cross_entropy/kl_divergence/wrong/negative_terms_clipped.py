# loses check_kl_divergence: kl.terms_clipped | unexplained | sign.dropped
import math

def kl_divergence(p, q):
    d = 0
    for x, y in zip(p, q):
        if x == 0:
            continue
        if y == 0:
            return math.inf
        # KL is never negative
        d += max(0, x * math.log2(x / y))
    return d
