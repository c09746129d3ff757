import numpy as np


def softmax(z):
    original = z.shape
    z = z.reshape(-1, original[-1]).T
    z = z - z.max(axis=0)
    p = np.exp(z) / np.exp(z).sum(axis=0)
    return p.T.reshape(original)
