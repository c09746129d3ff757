# loses check_log_softmax: sign.flipped
from scipy.special import logsumexp


def log_softmax(z):
    return logsumexp(z, axis=-1, keepdims=True) - z
