# loses check_batchnorm_update: variance.root
import numpy as np


def batchnorm_update(x, mean, var, momentum=0.1):
    return (1 - momentum) * mean + momentum * np.mean(x, 0), (1 - momentum) * var + momentum * np.std(x, 0, ddof=1)
