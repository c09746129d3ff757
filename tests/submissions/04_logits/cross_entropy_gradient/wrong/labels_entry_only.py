# loses check_cross_entropy_gradient: gradient.label_only
import numpy as np
from scipy.special import softmax


def cross_entropy_gradient(z, y):
    p = softmax(z, axis=1)
    g = np.zeros_like(z)
    for i in range(len(y)):
        g[i, y[i]] = p[i, y[i]] - 1
    return g / len(y)
