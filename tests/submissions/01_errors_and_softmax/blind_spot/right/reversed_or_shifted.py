import numpy as np


def blind_spot(t):
    o = t[::-1].copy()
    if (o == t).all():
        o = np.roll(t, -1)
    return tuple(o)
