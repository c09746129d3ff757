# loses check_cross_entropy_gradient: scale.batch
import numpy as np
from scipy.special import softmax


def cross_entropy_gradient(z, y):
    p = softmax(z, axis=1)
    p[np.arange(len(y)), y] -= 1 / len(y)
    return p
