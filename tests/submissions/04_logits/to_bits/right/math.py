import math


def to_bits(nats):
    return nats / math.log(2)
