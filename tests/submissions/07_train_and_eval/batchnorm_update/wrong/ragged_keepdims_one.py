# loses check_batchnorm_update: returns.type | returns.shape
def batchnorm_update(x, mean, var, momentum=0.1):
    return (1 - momentum) * mean + momentum * x.mean(0, keepdims=True), (1 - momentum) * var + momentum * x.var(
        0, ddof=1
    )
