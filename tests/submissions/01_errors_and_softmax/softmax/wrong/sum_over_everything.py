# loses check_softmax: axis.all
import numpy as np


def softmax(z):
    """From the web."""
    e_x = np.exp(z - np.max(z))
    return e_x / e_x.sum()
