# loses check_to_bits: error.exception
import math


def to_bits(nats):
    return float(nats) / math.log(2)
