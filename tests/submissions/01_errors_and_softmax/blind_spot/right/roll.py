import numpy as np


def blind_spot(t):
    return np.roll(t, 1)
