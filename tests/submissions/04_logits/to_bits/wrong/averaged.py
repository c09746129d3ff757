# loses check_to_bits: reduction.mean
import numpy as np


def to_bits(nats):
    return np.mean(nats) / np.log(2)
