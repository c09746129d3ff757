# loses check_softmax: returns.type
import torch


def softmax(z):
    z = torch.tensor(z, requires_grad=True)
    return torch.softmax(z, -1)
