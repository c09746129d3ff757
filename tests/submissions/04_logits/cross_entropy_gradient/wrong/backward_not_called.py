# loses check_cross_entropy_gradient: returns.none
import torch
import torch.nn.functional as F


def cross_entropy_gradient(z, y):
    z = torch.tensor(z, requires_grad=True)
    loss = F.cross_entropy(z, torch.tensor(y))
    return z.grad
