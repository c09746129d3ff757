# loses check_batchnorm_update: momentum.swapped
import numpy as np


def batchnorm_update(x, mean, var, momentum=0.1):
    new_mean = momentum * mean + (1 - momentum) * np.mean(x, axis=0)
    new_var = momentum * var + (1 - momentum) * np.var(x, axis=0, ddof=1)
    return new_mean, new_var
