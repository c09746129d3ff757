# loses check_kl_divergence: zero.nan | returns.nan
import torch
import numpy as np

def kl_divergence(p, q):
    p = torch.tensor(p, dtype=torch.double)
    q = torch.tensor(q, dtype=torch.double)
    kl = torch.nn.functional.kl_div(q.log(), p, reduction="sum")
    return float(kl / np.log(2))
