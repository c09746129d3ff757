import numpy as np


def blind_spot(t):
    k = len(t)
    o = np.full(k, 1 / (2 * k))
    o[(t.argmax() + 1) % k] += 0.5
    return o
