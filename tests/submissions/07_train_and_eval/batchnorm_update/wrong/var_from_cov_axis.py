# loses check_batchnorm_update: axis.wrong | error.exception
import numpy as np


def batchnorm_update(x, mean, var, momentum=0.1):
    return (1 - momentum) * mean + momentum * x.mean(0), (1 - momentum) * var + momentum * np.diag(np.cov(x))
