# loses check_blind_spot: returns.none
import numpy as np


def blind_spot(t):
    print(np.roll(t, 1))
