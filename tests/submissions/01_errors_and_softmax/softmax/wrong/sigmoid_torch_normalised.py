# loses check_softmax: softmax.missing
import torch


def softmax(z):
    s = torch.sigmoid(torch.tensor(z))
    return s / s.sum(dim=-1, keepdim=True)
