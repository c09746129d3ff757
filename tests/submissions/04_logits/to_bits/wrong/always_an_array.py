# loses check_to_bits: returns.shape
import numpy as np


def to_bits(nats):
    return np.atleast_1d(nats) / np.log(2)
