# loses check_to_bits: input.modified
import numpy as np


def to_bits(nats):
    nats /= np.log(2)
    return nats
