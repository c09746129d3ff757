# loses check_softmax: overflow | error.exception
import math

import numpy as np


def softmax(z):
    if z.ndim > 1:
        return np.array([softmax(row) for row in z])
    powers = [math.exp(x) for x in z]
    return np.array(powers) / sum(powers)
