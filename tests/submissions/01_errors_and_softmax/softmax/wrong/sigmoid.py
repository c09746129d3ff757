# loses check_softmax: softmax.missing
import numpy as np


def softmax(z):
    return 1 / (1 + np.exp(-z))
