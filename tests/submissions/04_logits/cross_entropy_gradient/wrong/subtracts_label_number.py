# loses check_cross_entropy_gradient: onehot.missing | unexplained
import numpy as np

def cross_entropy_gradient(z, y):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    s = e / e.sum(axis=1, keepdims=True)
    return (s - y.reshape(-1, 1)) / len(y)
