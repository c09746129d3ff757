# loses check_to_bits: log.natural
def to_bits(nats):
    return nats
