# loses check_blind_spot: blind_spot.tie
import numpy as np


def blind_spot(t):
    i = t.argmax()
    o = np.zeros(len(t))
    o[i] = o[i - 1] = 0.5
    return o
