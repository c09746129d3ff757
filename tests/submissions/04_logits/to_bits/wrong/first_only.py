# loses check_to_bits: loop.early_return | returns.shape
import numpy as np


def to_bits(nats):
    for x in np.ravel(nats):
        return x / np.log(2)
