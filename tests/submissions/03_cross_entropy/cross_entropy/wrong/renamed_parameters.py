# loses check_cross_entropy: error.arguments
import numpy as np


def cross_entropy(target, output):
    t, o = np.array(target), np.array(output)
    return -np.sum(t[t > 0] * np.log2(o[t > 0]))
