# loses check_cross_entropy_from_logits: error.undefined
def cross_entropy_from_logits(z, y):
    raise NotImplementedError()
