# loses check_softmax: softmax.missing
import numpy as np


def softmax(z):
    return np.exp(z)
