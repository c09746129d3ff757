# loses check_blind_spot: not.distribution | blind_spot.tie
import numpy as np


def blind_spot(t):
    w = np.arange(1.0, len(t) + 1)
    w[t.argmax()] = 0.5
    return np.round(w / w.sum(), 2)
