# loses check_cross_entropy_gradient: overflow
import numpy as np


def cross_entropy_gradient(z, y):
    p = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
    p[np.arange(len(y)), y] -= 1
    return p / len(y)
