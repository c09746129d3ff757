# loses check_batchnorm_update: variance.biased | input.modified
def batchnorm_update(x, mean, var, momentum=0.1):
    mean += momentum * (x.mean(0) - mean)
    var += momentum * (x.var(0) - var)
    return mean, var
