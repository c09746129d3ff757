# loses check_batchnorm_update: state.kept
running = {}


def batchnorm_update(x, mean, var, momentum=0.1):
    d = x.shape[1]
    if d in running:
        mean, var = running[d]
    new = (1 - momentum) * mean + momentum * x.mean(0), (1 - momentum) * var + momentum * x.var(0, ddof=1)
    running[d] = new
    return new
