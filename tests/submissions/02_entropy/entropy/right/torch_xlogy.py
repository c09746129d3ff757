import torch


def entropy(p, base=2):
    p = torch.as_tensor(p, dtype=torch.float32)
    return -torch.special.xlogy(p, p).sum() / torch.log(torch.tensor(float(base)))
