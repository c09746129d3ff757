# loses check_to_bits: error.exception
import numpy as np


def to_bits(nats):
    bits = np.zeros(nats.shape)
    bits[:] = nats / np.log(2)
    return bits
