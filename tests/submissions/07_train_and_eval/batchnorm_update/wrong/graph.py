# loses check_batchnorm_update: returns.type | gradient.kept
import torch


def batchnorm_update(x, mean, var, momentum=0.1):
    t = torch.tensor(x, requires_grad=True)
    return (1 - momentum) * torch.tensor(mean) + momentum * t.mean(0), (1 - momentum) * torch.tensor(
        var
    ) + momentum * t.var(0)
