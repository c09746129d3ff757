def batchnorm_update(x, mean, var, momentum=0.1):
    n = len(x)
    d = len(x[0])
    new_mean = []
    new_var = []
    for j in range(d):
        s = 0.0
        for i in range(n):
            s += x[i][j]
        m = s / n
        q = 0.0
        for i in range(n):
            q += (x[i][j] - m) ** 2
        v = q / (n - 1)
        new_mean.append((1 - momentum) * mean[j] + momentum * m)
        new_var.append((1 - momentum) * var[j] + momentum * v)
    return new_mean, new_var
