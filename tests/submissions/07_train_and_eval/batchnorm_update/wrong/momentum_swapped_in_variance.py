# loses check_batchnorm_update: momentum.swapped
def batchnorm_update(x, mean, var, momentum=0.1):
    new_mean = mean * (1 - momentum) + x.mean(0) * momentum
    new_var = var * momentum + x.var(0, ddof=1) * (1 - momentum)
    return new_mean, new_var
