import warnings, numpy as np

warnings.simplefilter("error")


def batchnorm_update(x, mean, var, momentum=0.1, **kw):
    keep = 1 - momentum
    m, v = np.mean(x, 0), np.var(x, 0, ddof=1)
    return np.array((keep * mean + momentum * m, keep * var + momentum * v))
