# loses check_blind_spot: blind_spot.right_class_wins
import numpy as np


def blind_spot(t):
    k = len(t)
    return np.where(t == 1, 0.6, 0.4 / (k - 1))
