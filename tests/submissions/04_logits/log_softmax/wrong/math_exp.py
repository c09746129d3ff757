# loses check_log_softmax: overflow | error.exception
import math

import numpy as np


def log_softmax(z):
    if z.ndim == 1:
        s = math.log(sum(math.exp(x) for x in z))
        return [x - s for x in z]
    return [log_softmax(row) for row in z]
