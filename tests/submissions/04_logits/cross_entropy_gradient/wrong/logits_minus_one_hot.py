# loses check_cross_entropy_gradient: softmax.missing
import numpy as np


def cross_entropy_gradient(z, y):
    return (z - np.eye(z.shape[1])[y]) / len(y)
