# loses check_to_bits: rounded
def to_bits(nats):
    return nats / 0.69
