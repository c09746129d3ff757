def batchnorm_update(x, mean, var, momentum=0.1):
    n = x.shape[0]
    s, q = x.sum(axis=0), (x**2).sum(axis=0)
    v = (q - s * s / n) / (n - 1)
    return mean - momentum * (mean - s / n), var - momentum * (var - v)
