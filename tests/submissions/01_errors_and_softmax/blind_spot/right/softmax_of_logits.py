import numpy as np
from scipy.special import softmax


def blind_spot(t):
    z = np.arange(len(t)) * 1.0
    z[t == 1] = -5
    return softmax(z)
