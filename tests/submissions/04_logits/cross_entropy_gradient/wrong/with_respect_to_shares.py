# loses check_cross_entropy_gradient: gradient.of_probabilities
import numpy as np
from scipy.special import softmax


def cross_entropy_gradient(z, y):
    t = np.eye(z.shape[1])[y]
    return -t / softmax(z, axis=1) / len(y)
