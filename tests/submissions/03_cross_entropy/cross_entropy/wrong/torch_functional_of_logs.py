# loses check_cross_entropy: log.natural
import torch
import torch.nn as nn


def cross_entropy(p, q):
    p = torch.tensor(p).float()
    q = torch.tensor(q).float()
    return nn.CrossEntropyLoss()(torch.log(q).unsqueeze(0), p.unsqueeze(0))
