# loses check_cross_entropy_gradient: axis.all
import numpy as np
from scipy.special import softmax


def cross_entropy_gradient(z, y):
    return (softmax(z) - np.eye(z.shape[1])[y]) / len(y)
