# loses check_batchnorm_update: variance.corrected_twice
import torch


def batchnorm_update(x, mean, var, momentum=0.1):
    n = len(x)
    x = torch.tensor(x)
    v = x.var(0) * n / (n - 1)
    return (1 - momentum) * mean + momentum * x.mean(0).numpy(), (1 - momentum) * var + momentum * v.numpy()
