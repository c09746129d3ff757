# loses check_entropy: error.undefined
def entropy(p, base=2):
    """The entropy of p."""
    raise NotImplementedError()
