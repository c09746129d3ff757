# loses check_kl_divergence: arguments.swapped | log.natural
import torch
import torch.nn.functional as F


def kl_divergence(p, q):
    p = torch.tensor(p, dtype=torch.float64)
    q = torch.tensor(q, dtype=torch.float64)
    return F.kl_div(p.log(), q, reduction="sum").item()
