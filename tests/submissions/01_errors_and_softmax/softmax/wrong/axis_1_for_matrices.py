# loses check_softmax: axis.wrong
import torch


def softmax(z):
    z = torch.tensor(z)
    if z.dim() == 1:
        return torch.softmax(z, 0)
    return torch.softmax(z, 1)
