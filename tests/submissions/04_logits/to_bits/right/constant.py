ONE_BIT = 0.6931471805599453  # nats


def to_bits(nats):
    return nats / ONE_BIT
