import numpy as np


def to_bits(nats):
    return np.log2(np.exp(nats))
