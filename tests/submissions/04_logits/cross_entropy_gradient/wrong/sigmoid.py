# loses check_cross_entropy_gradient: softmax.missing
import numpy as np


def cross_entropy_gradient(z, y):
    p = 1 / (1 + np.exp(-z))
    return (p - np.eye(z.shape[1])[y]) / len(y)
