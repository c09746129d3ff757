# loses check_batchnorm_update: returns.shape
import numpy as np


def batchnorm_update(x, mean, var, momentum=0.1):
    mean = (1 - momentum) * mean + momentum * x.mean(0)
    var = (1 - momentum) * var + momentum * x.var(0, ddof=1)
    return (x - mean) / np.sqrt(var + 1e-5)
