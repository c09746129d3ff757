# loses check_batchnorm_update: axis.all
def batchnorm_update(x, mean, var, momentum=0.1):
    new_mean = (1 - momentum) * mean + momentum * x.mean()
    new_var = (1 - momentum) * var + momentum * x.var(ddof=1)
    return new_mean, new_var
