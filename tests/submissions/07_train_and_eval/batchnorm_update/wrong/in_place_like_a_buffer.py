# loses check_batchnorm_update: input.modified
import numpy as np

def batchnorm_update(x, mean, var, momentum=0.1):
    # running buffers are updated in place in PyTorch, so do the same
    mean *= 1 - momentum
    mean += momentum * x.mean(axis=0)
    var *= 1 - momentum
    var += momentum * x.var(axis=0, ddof=1)
    return mean, var
