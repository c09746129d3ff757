# loses check_batchnorm_update: input.modified
def batchnorm_update(x, mean, var, momentum=0.1):
    m = x.mean(0)
    x -= m
    v = (x**2).sum(0) / (len(x) - 1)
    return (1 - momentum) * mean + momentum * m, (1 - momentum) * var + momentum * v
