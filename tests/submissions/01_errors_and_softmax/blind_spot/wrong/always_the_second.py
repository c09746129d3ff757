# loses check_blind_spot: blind_spot.right_class_wins
import numpy as np


def blind_spot(t):
    o = np.zeros(len(t))
    o[1] = 1
    return o
