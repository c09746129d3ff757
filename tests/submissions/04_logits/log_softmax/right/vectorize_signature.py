import numpy as np


@np.vectorize(signature="(k)->(k)")
def _row(r):
    m = r.max()
    return r - m - np.log(np.sum(np.exp(r - m)))


def log_softmax(z):
    print("rows of", z.shape)
    return _row(z)
