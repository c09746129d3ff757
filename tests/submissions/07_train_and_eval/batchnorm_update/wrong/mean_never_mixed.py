# loses check_batchnorm_update: argument.ignored
def batchnorm_update(x, mean, var, momentum=0.1):
    batch_mean, batch_var = x.mean(0), x.var(0, ddof=1)
    new_var = (1 - momentum) * var + momentum * batch_var
    return batch_mean, new_var
