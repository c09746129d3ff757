# loses check_cross_entropy_gradient: scale.classes
import numpy as np
from scipy.special import softmax


def cross_entropy_gradient(z, y):
    return (softmax(z, axis=1) - np.eye(z.shape[1])[y]) / z.shape[1]
