import statistics


def batchnorm_update(x, mean, var, momentum=0.1):
    columns = [list(map(float, column)) for column in zip(*x)]
    new_mean = [(1 - momentum) * m + momentum * statistics.mean(c) for m, c in zip(mean, columns)]
    new_var = [(1 - momentum) * v + momentum * statistics.variance(c) for v, c in zip(var, columns)]
    return [new_mean, new_var]
