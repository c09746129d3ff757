# loses check_batchnorm_update: returns.swapped
def batchnorm_update(x, mean, var, momentum=0.1):
    new_mean = (1 - momentum) * mean + momentum * x.mean(axis=0)
    new_var = (1 - momentum) * var + momentum * x.var(axis=0, ddof=1)
    return new_var, new_mean
