import numpy as np


@np.vectorize
def to_bits(nats):
    return nats / np.log(2)
