# loses check_log_softmax: input.modified
import numpy as np


def log_softmax(z):
    z -= z.max(axis=-1, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=-1, keepdims=True))
