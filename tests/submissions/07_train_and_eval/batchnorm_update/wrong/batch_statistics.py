# loses check_batchnorm_update: argument.ignored
import numpy as np


def batchnorm_update(x, mean, var, momentum=0.1):
    mean = np.mean(x, axis=0)
    var = np.var(x, axis=0, ddof=1)
    return mean, var
