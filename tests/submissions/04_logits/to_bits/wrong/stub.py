# loses check_to_bits: error.undefined
def to_bits(nats):
    # YOUR CODE HERE
    raise NotImplementedError()
