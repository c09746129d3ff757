# loses check_batchnorm_update: returns.type
def batchnorm_update(x, mean, var, momentum=0.1):
    return {
        "mean": (1 - momentum) * mean + momentum * x.mean(0),
        "var": (1 - momentum) * var + momentum * x.var(0, ddof=1),
    }
