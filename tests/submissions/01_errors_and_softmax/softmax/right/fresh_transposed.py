import numpy as np

def softmax(z):
    # put the classes first so that broadcasting just works
    zt = np.asarray(z, dtype=float).T
    zt = zt - zt.max(axis=0)
    e = np.exp(zt)
    return (e / e.sum(axis=0)).T
