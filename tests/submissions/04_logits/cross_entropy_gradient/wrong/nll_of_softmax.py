# loses check_cross_entropy_gradient: log.missing
import torch
import torch.nn.functional as F


def cross_entropy_gradient(z, y):
    z = torch.tensor(z, requires_grad=True)
    F.nll_loss(torch.softmax(z, 1), torch.tensor(y)).backward()
    return z.grad
