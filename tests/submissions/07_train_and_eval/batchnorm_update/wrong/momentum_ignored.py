# loses check_batchnorm_update: argument.ignored
def batchnorm_update(x, mean, var, momentum=0.1):
    return 0.9 * mean + 0.1 * x.mean(0), 0.9 * var + 0.1 * x.var(0, ddof=1)
