import math
import torch


def cross_entropy(p, q):
    p = torch.as_tensor(p, dtype=torch.float64)
    q = torch.as_tensor(q, dtype=torch.float64)
    return -torch.special.xlogy(p, q).sum() / math.log(2)
