# loses check_cross_entropy: error.undefined
def cross_entropy(p, q):
    """H(p, q) in bits."""
    # YOUR CODE HERE
    raise NotImplementedError()
