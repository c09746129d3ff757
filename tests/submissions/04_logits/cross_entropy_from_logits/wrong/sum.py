# loses check_cross_entropy_from_logits: reduction.sum
import torch
import torch.nn.functional as F


def cross_entropy_from_logits(z, y):
    return F.cross_entropy(torch.tensor(z), torch.tensor(y), reduction="sum").item()
