# loses check_softmax: overflow
import numpy as np


def softmax(z):
    z = np.clip(z, -500, 500)
    return np.exp(z) / np.exp(z).sum(-1, keepdims=True)
