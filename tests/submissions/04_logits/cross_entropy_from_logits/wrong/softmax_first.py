# loses check_cross_entropy_from_logits: softmax.twice
import torch
from torch import nn


def cross_entropy_from_logits(z, y):
    p = torch.softmax(torch.tensor(z), dim=1)
    return nn.CrossEntropyLoss()(p, torch.tensor(y)).item()
