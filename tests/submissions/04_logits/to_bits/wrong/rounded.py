# loses check_to_bits: rounded
import numpy as np


def to_bits(nats):
    return np.round(nats / np.log(2), 2)
