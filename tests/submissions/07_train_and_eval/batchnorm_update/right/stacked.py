import numpy as np


def batchnorm_update(x, mean, var, momentum=0.1):
    old = np.stack([mean, var])
    batch = np.stack([x.mean(0), x.std(0, ddof=1) ** 2])
    return (1 - momentum) * old + momentum * batch
