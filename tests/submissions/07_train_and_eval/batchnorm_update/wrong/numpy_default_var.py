# loses check_batchnorm_update: variance.biased
import numpy as np

def batchnorm_update(x, mean, var, momentum=0.1):
    x = np.asarray(x)
    new_mean = (1 - momentum) * np.asarray(mean) + momentum * np.mean(x, axis=0)
    new_var = (1 - momentum) * np.asarray(var) + momentum * np.var(x, axis=0)
    return new_mean, new_var
