# loses check_to_bits: log.decimal
import numpy as np


def to_bits(nats):
    return nats / np.log10(2)
