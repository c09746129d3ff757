# loses check_batchnorm_update: variance.biased
import torch


def batchnorm_update(x, mean, var, momentum=0.1):
    x, mean, var = map(torch.tensor, (x, mean, var))
    return (1 - momentum) * mean + momentum * x.mean(0), (1 - momentum) * var + momentum * x.var(0, unbiased=False)
