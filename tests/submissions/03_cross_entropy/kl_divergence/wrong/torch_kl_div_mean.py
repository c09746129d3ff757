# loses check_kl_divergence: reduction.mean | log.natural
import torch


def kl_divergence(p, q):
    loss = torch.nn.KLDivLoss()
    return loss(torch.tensor(q, dtype=torch.double).log(), torch.tensor(p, dtype=torch.double))
