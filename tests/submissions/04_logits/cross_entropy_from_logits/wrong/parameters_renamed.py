# loses check_cross_entropy_from_logits: error.arguments
import torch.nn.functional as F
import torch


def cross_entropy_from_logits(logits, labels):
    return F.cross_entropy(torch.tensor(logits), torch.tensor(labels)).item()
