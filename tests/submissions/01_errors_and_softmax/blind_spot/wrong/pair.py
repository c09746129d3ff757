# loses check_blind_spot: returns.shape | returns.type
import numpy as np


def blind_spot(t):
    o = np.roll(t, 1)
    return o, (t - o).sum()
