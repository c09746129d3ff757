# loses check_cross_entropy_gradient: gradient.label_overwritten
import numpy as np
from scipy.special import softmax


def cross_entropy_gradient(z, y):
    p = softmax(z, axis=1)
    p[np.arange(len(y)), y] = -1
    return p / len(y)
