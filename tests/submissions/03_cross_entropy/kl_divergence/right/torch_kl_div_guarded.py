import math
import torch
import torch.nn.functional as F


def kl_divergence(p, q):
    p = torch.tensor(p, dtype=torch.float)
    q = torch.tensor(q, dtype=torch.float)
    keep = p > 0
    return F.kl_div(torch.log(q[keep]), p[keep], reduction="sum") / math.log(2)
