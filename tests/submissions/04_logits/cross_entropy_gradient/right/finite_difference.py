import numpy as np
from scipy.special import logsumexp

def loss(z, y):
    # one loss per example, the mean is taken in the gradient
    return logsumexp(z, axis=1) - z[np.arange(len(y)), y]

def cross_entropy_gradient(z, y):
    z = np.asarray(z, dtype=float)
    z = z - z.max(axis=1, keepdims=True)
    n, k = z.shape
    h = 2.0 ** -14
    g = np.zeros((n, k))
    for j in range(k):
        step = np.zeros(k)
        step[j] = h
        g[:, j] = (loss(z + step, y) - loss(z - step, y)) / (2 * h)
    return g / n
