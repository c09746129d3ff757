# loses check_to_bits: log.missing
def to_bits(nats):
    return nats / 2
