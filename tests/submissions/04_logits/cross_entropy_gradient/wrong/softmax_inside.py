# loses check_cross_entropy_gradient: softmax.twice
import torch
import torch.nn.functional as F


def cross_entropy_gradient(z, y):
    z = torch.tensor(z, requires_grad=True)
    loss = F.cross_entropy(F.softmax(z, dim=1), torch.tensor(y))
    loss.backward()
    return z.grad
