# loses check_to_bits: exp.misplaced
def to_bits(nats):
    return 2**nats
