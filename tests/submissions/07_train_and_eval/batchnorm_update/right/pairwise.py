def batchnorm_update(x, mean, var, momentum=0.1):
    n = len(x)
    v = ((x[:, None] - x[None]) ** 2).sum((0, 1)) / (2 * n * (n - 1))
    return [(1 - momentum) * a + momentum * b for a, b in ((mean, x.mean(0)), (var, v))]
