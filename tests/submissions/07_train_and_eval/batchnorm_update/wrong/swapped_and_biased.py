# loses check_batchnorm_update: momentum.swapped | variance.biased
def batchnorm_update(x, mean, var, momentum=0.1):
    return momentum * mean + (1 - momentum) * x.mean(0), momentum * var + (1 - momentum) * x.var(0)
