# loses check_softmax: returns.shape
import numpy as np
from scipy.special import softmax as s


def softmax(z):
    return s(z, axis=-1).max(axis=-1)
