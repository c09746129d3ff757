# loses check_cross_entropy_gradient: scale.batch
import torch
import torch.nn.functional as F


def cross_entropy_gradient(z, y):
    z = torch.tensor(z, requires_grad=True)
    F.cross_entropy(z, torch.tensor(y), reduction="sum").backward()
    return z.grad.numpy()
