# loses check_cross_entropy_gradient: loss.other_function
import numpy as np
from scipy.special import softmax


def cross_entropy_gradient(z, y):
    return 2 * (softmax(z, axis=1) - np.eye(z.shape[1])[y]) / len(y)
