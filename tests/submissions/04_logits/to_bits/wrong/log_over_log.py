# loses check_to_bits: log.misplaced
import numpy as np


def to_bits(nats):
    return np.log(nats) / np.log(2)
