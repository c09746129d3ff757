import numpy as np


def softmax(z):
    if z.ndim > 1:
        return np.array([softmax(row) for row in z])
    m = z.max()
    exps = [np.exp(x - m) for x in z]
    s = sum(exps)
    return [e / s for e in exps]
