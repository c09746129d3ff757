from scipy.special import logsumexp


def log_softmax(z):
    return z - logsumexp(z, axis=-1, keepdims=True)
