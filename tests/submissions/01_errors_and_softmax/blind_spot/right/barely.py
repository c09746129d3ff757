import numpy as np


def blind_spot(t):
    right = np.flatnonzero(t)[0]
    wrong = [i for i in range(len(t)) if i != right][-1]
    o = np.zeros(len(t), dtype=np.float64)
    o[right], o[wrong] = 0.5 - 1e-6, 0.5 + 1e-6
    return o
