# loses check_log_softmax: returns.shape | returns.type
from scipy.special import logsumexp


def log_softmax(z):
    return logsumexp(z, axis=-1)
