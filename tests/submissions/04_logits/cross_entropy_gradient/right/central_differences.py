import numpy as np
from scipy.special import logsumexp


def loss(z, y):
    return np.mean(logsumexp(z, axis=1) - z[np.arange(len(y)), y])


def cross_entropy_gradient(z, y):
    h = 1e-5
    g = np.zeros(z.shape)
    for i in range(z.shape[0]):
        for j in range(z.shape[1]):
            up, down = z.copy(), z.copy()
            up[i, j] += h
            down[i, j] -= h
            g[i, j] = (loss(up, y) - loss(down, y)) / (2 * h)
    return g
