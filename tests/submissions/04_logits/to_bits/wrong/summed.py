# loses check_to_bits: reduction.sum
import numpy as np


def to_bits(nats):
    return np.sum(nats / np.log(2))
