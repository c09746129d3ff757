# loses check_log_softmax: underflow | zero.clamped
import numpy as np

def stable_softmax(z):
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)

def log_softmax(z):
    # + 1e-15 so that there is no log(0)
    return np.log(stable_softmax(z) + 1e-15)
