# loses check_blind_spot: error.exception
import numpy as np


def blind_spot(t):
    o = np.zeros(len(t))
    o[t.argmax() + 1] = 1
    return o
