# loses check_batchnorm_update: momentum.weights
def batchnorm_update(x, mean, var, momentum=0.1):
    return mean + momentum * x.mean(0), var + momentum * x.var(0, ddof=1)
