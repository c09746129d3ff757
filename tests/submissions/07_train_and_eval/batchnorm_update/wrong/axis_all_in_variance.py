# loses check_batchnorm_update: axis.all
import numpy as np


def batchnorm_update(x, mean, var, momentum=0.1):
    m, v = np.mean(x, axis=0), np.var(x, ddof=1)
    return mean + momentum * (m - mean), var + momentum * (v - var)
