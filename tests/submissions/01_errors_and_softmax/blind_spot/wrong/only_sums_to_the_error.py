# loses check_blind_spot: not.distribution
import numpy as np


def blind_spot(t):
    o = -t
    o[t.argmin()] = 1.0
    return o
