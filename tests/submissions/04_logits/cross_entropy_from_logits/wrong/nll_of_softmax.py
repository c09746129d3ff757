# loses check_cross_entropy_from_logits: log.missing
import torch
import torch.nn.functional as F


def cross_entropy_from_logits(z, y):
    return F.nll_loss(F.softmax(torch.tensor(z), dim=1), torch.tensor(y))
