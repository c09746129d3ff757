import torch
import torch.nn.functional as F


def cross_entropy_from_logits(z, y):
    z = torch.from_numpy(z).clone().requires_grad_(True)
    return F.nll_loss(F.log_softmax(z, dim=1), torch.from_numpy(y))
