# loses check_cross_entropy_from_logits: argument.ignored
from scipy.special import log_softmax


def cross_entropy_from_logits(z, y):
    return -log_softmax(z, axis=1).mean()
