from scipy import stats


def batchnorm_update(x, mean, var, momentum=0.1):
    d = stats.describe(x)
    return (1 - momentum) * mean + momentum * d.mean, (1 - momentum) * var + momentum * d.variance
