# loses check_blind_spot: not.distribution
import numpy as np


def blind_spot(t):
    o = np.zeros(len(t))
    o[t.argmax()] = -1
    o[t.argmin()] = 2
    return o
