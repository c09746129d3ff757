# loses check_batchnorm_update: reduction.sum
def batchnorm_update(x, mean, var, momentum=0.1):
    m = x.mean(0)
    return (1 - momentum) * mean + momentum * m, (1 - momentum) * var + momentum * ((x - m) ** 2).sum(0)
