import torch


def perplexity(p, q):
    p = torch.tensor(p, dtype=torch.float64)
    q = torch.tensor(q, dtype=torch.float64)
    h = -torch.where(p > 0, p * q.log(), torch.zeros_like(q)).sum()
    return torch.exp(h)
