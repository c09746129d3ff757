# loses check_log_softmax: log_softmax.max_lost | not.distribution | unexplained | shift.once
import numpy as np

def logsumexp(z):
    m = np.max(z, axis=-1, keepdims=True)
    return np.log(np.sum(np.exp(z - m), axis=-1, keepdims=True))

def log_softmax(z):
    return z - logsumexp(z)
