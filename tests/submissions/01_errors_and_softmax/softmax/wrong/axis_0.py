# loses check_softmax: axis.wrong
import numpy as np


def softmax(z):
    e = np.exp(z - np.max(z, axis=0))
    return e / e.sum(axis=0)
