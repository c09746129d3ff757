import numpy as np
from scipy.special import softmax


def cross_entropy_gradient(z, y):
    g = softmax(z, axis=1)
    np.subtract.at(g, (range(len(y)), y), 1)
    g /= len(y)
    return g
