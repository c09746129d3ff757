# loses check_to_bits: returns.type
import numpy as np


def to_bits(nats):
    return f"{nats / np.log(2)} bits"
