# loses check_cross_entropy_gradient: returns.shape
import numpy as np
from scipy.special import log_softmax


def cross_entropy_gradient(z, y):
    return -log_softmax(z, axis=1)[np.arange(len(y)), y].mean()
