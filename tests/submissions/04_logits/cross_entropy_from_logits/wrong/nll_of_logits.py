# loses check_cross_entropy_from_logits: softmax.missing
import torch
import torch.nn.functional as F


def cross_entropy_from_logits(z, y):
    return F.nll_loss(torch.tensor(z), torch.tensor(y))
