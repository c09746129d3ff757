# loses check_cross_entropy_gradient: softmax.missing
import numpy as np


def cross_entropy_gradient(z, y):
    g = np.zeros(z.shape)
    g[np.arange(len(y)), y] = -1
    return g / len(y)
