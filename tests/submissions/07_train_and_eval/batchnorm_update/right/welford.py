import numpy as np


def batchnorm_update(x, mean, var, momentum=0.1):
    k = 0
    m = np.zeros_like(mean)
    M2 = np.zeros_like(var)
    for row in x:
        k += 1
        delta = row - m
        m = m + delta / k
        M2 = M2 + delta * (row - m)
    v = M2 / (k - 1)
    return mean * (1 - momentum) + m * momentum, var * (1 - momentum) + v * momentum
