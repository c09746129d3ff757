import numpy as np


def batchnorm_update(x, mean, var, momentum=0.1):
    a, b = 1.0 - momentum, momentum
    centered = x - x.mean(0)
    new_var = a * var + b * np.einsum("ij,ij->j", centered, centered) / (x.shape[0] - 1)
    return a * mean + b * np.einsum("ij->j", x) / x.shape[0], new_var
