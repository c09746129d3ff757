# loses check_batchnorm_update: momentum.default
def batchnorm_update(x, mean, var, momentum=None):
    momentum = momentum or 0.1
    return (1 - momentum) * mean + momentum * x.mean(0), (1 - momentum) * var + momentum * x.var(0, ddof=1)
