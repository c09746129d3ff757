# loses check_blind_spot: not.distribution
import numpy as np


def blind_spot(t):
    return np.zeros_like(t)
