# loses check_cross_entropy: unexplained
import numpy as np


def cross_entropy(p, q):
    return float(np.argmax(p) == np.argmax(q))
