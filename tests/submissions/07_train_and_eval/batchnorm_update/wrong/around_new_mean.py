# loses check_batchnorm_update: variance.center | variance.biased
def batchnorm_update(x, mean, var, momentum=0.1):
    mean = (1 - momentum) * mean + momentum * x.mean(axis=0)
    var = (1 - momentum) * var + momentum * ((x - mean) ** 2).mean(axis=0)
    return mean, var
