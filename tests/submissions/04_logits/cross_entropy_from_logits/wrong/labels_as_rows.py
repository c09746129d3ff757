# loses check_cross_entropy_from_logits: error.exception
def cross_entropy_from_logits(z, y):
    import numpy as np
    from scipy.special import log_softmax

    return -(y * log_softmax(z, axis=1)).sum() / len(y)
