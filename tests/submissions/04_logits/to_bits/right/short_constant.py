def to_bits(nats):
    return 1.442695 * nats
