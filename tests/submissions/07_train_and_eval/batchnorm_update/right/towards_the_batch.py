def batchnorm_update(x, mean, var, momentum=0.1):
    # move a bit from the old value towards the batch
    return (
        mean + momentum * (x.mean(axis=0) - mean),
        var + momentum * (x.var(axis=0, ddof=1) - var),
    )
