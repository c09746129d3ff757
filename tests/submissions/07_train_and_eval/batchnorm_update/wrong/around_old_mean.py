# loses check_batchnorm_update: variance.center
def batchnorm_update(x, mean, var, momentum=0.1):
    n = len(x)
    new_mean = (1 - momentum) * mean + momentum * x.sum(axis=0) / n
    new_var = (1 - momentum) * var + momentum * ((x - mean) ** 2).sum(axis=0) / (n - 1)
    return new_mean, new_var
