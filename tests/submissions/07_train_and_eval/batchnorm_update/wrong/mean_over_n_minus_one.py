# loses check_batchnorm_update: mean.divisor
def batchnorm_update(x, mean, var, momentum=0.1):
    n = len(x)
    m = x.sum(0) / (n - 1)
    v = ((x - x.mean(0)) ** 2).sum(0) / (n - 1)
    return (1 - momentum) * mean + momentum * m, (1 - momentum) * var + momentum * v
