# loses check_batchnorm_update: returns.swapped | variance.biased
def batchnorm_update(x, mean, var, momentum=0.1):
    return (1 - momentum) * var + momentum * x.var(0), (1 - momentum) * mean + momentum * x.mean(0)
