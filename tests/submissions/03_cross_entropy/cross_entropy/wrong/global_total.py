# loses check_cross_entropy: state.kept
import numpy as np

total = 0


def cross_entropy(p, q):
    global total
    for a, b in zip(p, q):
        if a > 0:
            total -= a * np.log2(b)
    return total
