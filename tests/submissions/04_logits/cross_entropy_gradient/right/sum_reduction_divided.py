import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)


def cross_entropy_gradient(z, y):
    z = torch.tensor(z, requires_grad=True)
    F.cross_entropy(z, torch.tensor(y), reduction="sum").backward()
    return z.grad / len(y)
