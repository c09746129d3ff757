import numpy as np

def batchnorm_update(x, mean, var, momentum=0.1):
    x = np.asarray(x, dtype=float)
    mean = np.asarray(mean, dtype=float)
    var = np.asarray(var, dtype=float)
    n = x.shape[0]
    mu = x.sum(axis=0) / n
    s2 = ((x - mu) ** 2).sum(axis=0) / (n - 1)     # Bessel
    ema = lambda old, new: old + momentum * (new - old)
    return ema(mean, mu), ema(var, s2)
