# loses check_batchnorm_update: variance.biased
def batchnorm_update(x, mean, var, momentum=0.1):
    m = x.mean(axis=0)
    v = (x**2).mean(axis=0) - m**2
    return (1 - momentum) * mean + momentum * m, (1 - momentum) * var + momentum * v
