# loses check_blind_spot: blind_spot.tie
import numpy as np


def blind_spot(t):
    return np.ones(len(t)) / len(t)
