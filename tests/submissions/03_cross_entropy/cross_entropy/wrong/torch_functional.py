# loses check_cross_entropy: softmax.twice
import torch
import torch.nn.functional as F


def cross_entropy(p, q):
    p = torch.tensor(p, dtype=torch.float64)
    q = torch.tensor(q, dtype=torch.float64)
    return F.cross_entropy(q, p).item()
