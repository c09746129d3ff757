# loses check_entropy: loop.off_by_one
import math

def entropy(p, base=2):
    total = 0
    for i in range(len(p) - 1):
        if p[i] > 0:
            total += p[i] * math.log(1 / p[i], base)
    return total
