from math import log


def to_bits(nats):
    try:
        return [to_bits(x) for x in nats]
    except TypeError:
        return nats / log(2)
