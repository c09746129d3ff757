# loses check_blind_spot: not.distribution
import numpy as np


def blind_spot(t):
    o = np.full(len(t), 0.5)
    o[t.argmax()] = 0.1
    o[t.argmin()] = 0.9
    return o
