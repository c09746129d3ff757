# loses check_batchnorm_update: axis.wrong
import numpy as np


def batchnorm_update(x, mean, var, momentum=0.1):
    new_mean = (1 - momentum) * mean + momentum * np.mean(x, axis=1)
    new_var = (1 - momentum) * var + momentum * np.var(x, axis=1, ddof=1)
    return new_mean, new_var
