# loses check_batchnorm_update: argument.ignored | variance.biased
def batchnorm_update(x, mean, var, momentum=0.1):
    return x.mean(0), x.var(0)
