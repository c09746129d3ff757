# loses check_log_softmax: sign.flipped
import numpy as np


def log_softmax(z):
    return z + np.log(np.exp(z).sum(-1, keepdims=True))
