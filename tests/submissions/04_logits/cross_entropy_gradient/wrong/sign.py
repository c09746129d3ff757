# loses check_cross_entropy_gradient: sign.flipped
import numpy as np
from scipy.special import softmax


def cross_entropy_gradient(z, y):
    return (np.eye(z.shape[1])[y] - softmax(z, axis=1)) / len(z)
