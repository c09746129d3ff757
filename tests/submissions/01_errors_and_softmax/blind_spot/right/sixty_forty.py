import numpy as np


def blind_spot(t):
    right = int(np.argmax(t))
    wrong = 0 if right != 0 else 1
    o = np.zeros(len(t))
    o[right] = 0.4
    o[wrong] = 0.6
    return o
