# loses check_softmax: underflow | returns.nan | axis.max | axis.all
import numpy as np

def softmax(z):
    e = np.exp(z - np.max(z))   # for stability
    return e / e.sum(axis=-1, keepdims=True)
