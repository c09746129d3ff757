# loses check_blind_spot: not.distribution
import numpy as np


def blind_spot(t):
    rng = np.random.default_rng(0)
    o = rng.random(len(t))
    o[t.argmax()] = 0
    return o
