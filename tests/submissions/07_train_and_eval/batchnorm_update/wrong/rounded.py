# loses check_batchnorm_update: rounded
import numpy as np


def batchnorm_update(x, mean, var, momentum=0.1):
    new_mean = (1 - momentum) * mean + momentum * x.mean(0)
    new_var = (1 - momentum) * var + momentum * x.var(0, ddof=1)
    return np.round(new_mean, 3), np.round(new_var, 3)
