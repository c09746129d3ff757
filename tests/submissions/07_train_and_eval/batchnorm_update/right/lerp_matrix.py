import torch


def batchnorm_update(x, mean, var, momentum=0.1):
    x = torch.from_numpy(x.copy())
    v, m = torch.var_mean(x, dim=0)
    return torch.stack([torch.tensor(mean).lerp(m, momentum), torch.tensor(var).lerp(v, momentum)])
