# loses check_batchnorm_update: sign.flipped
def batchnorm_update(x, mean, var, momentum=0.1):
    return mean + momentum * (mean - x.mean(0)), var + momentum * (var - x.var(0, ddof=1))
