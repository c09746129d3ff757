# loses check_batchnorm_update: error.exception
def batchnorm_update(x, mean, var, momentum=0.1):
    return (1 - momentum) * mean + momentum * x.mean(dim=0), (1 - momentum) * var + momentum * x.var(dim=0)
