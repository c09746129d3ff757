# loses check_batchnorm_update: error.arguments
def batchnorm_update(x, mean, var, momentum):
    return (1 - momentum) * mean + momentum * x.mean(0), (1 - momentum) * var + momentum * x.var(0, ddof=1)
