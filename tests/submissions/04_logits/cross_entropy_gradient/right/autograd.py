import torch
import torch.nn.functional as F


def cross_entropy_gradient(z, y):
    z = torch.tensor(z, requires_grad=True)
    F.cross_entropy(z, torch.tensor(y)).backward()
    return z.grad
