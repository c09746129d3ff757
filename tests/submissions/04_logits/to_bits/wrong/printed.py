# loses check_to_bits: returns.none
import numpy as np


def to_bits(nats):
    print(nats / np.log(2))
