# loses check_batchnorm_update: returns.none
def batchnorm_update(x, mean, var, momentum=0.1):
    new_mean = (1 - momentum) * mean + momentum * x.mean(0)
    new_var = (1 - momentum) * var + momentum * x.var(0, ddof=1)
    print(new_mean, new_var)
