# loses check_kl_divergence: zero.nan
import math
import torch
import torch.nn.functional as F


def kl_divergence(p, q):
    p = torch.tensor(p, dtype=torch.float)
    q = torch.tensor(q, dtype=torch.float)
    return F.kl_div(torch.log(q), p, reduction="sum") / math.log(2)
