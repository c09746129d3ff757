import torch


def cross_entropy(p, q):
    p = torch.tensor([float(x) for x in p], requires_grad=True)
    q = torch.tensor([float(x) for x in q], requires_grad=True)
    keep = p > 0
    h = -(p[keep] * torch.log2(q[keep])).sum()
    return h.detach().numpy()
