# loses check_kl_divergence: log.missing
import torch
import torch.nn.functional as F


def kl_divergence(p, q):
    p = torch.tensor(p, dtype=torch.float64)
    q = torch.tensor(q, dtype=torch.float64)
    return F.kl_div(q, p, reduction="sum").item()
