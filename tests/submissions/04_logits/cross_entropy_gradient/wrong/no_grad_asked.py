# loses check_cross_entropy_gradient: error.exception
import torch
import torch.nn.functional as F


def cross_entropy_gradient(z, y):
    z = torch.tensor(z)
    loss = F.cross_entropy(z, torch.tensor(y))
    loss.backward()
    return z.grad
