# loses check_kl_divergence: softmax.twice
import torch, torch.nn.functional as F
def kl_divergence(p, q):
    p = torch.tensor(p, dtype=torch.float64); q = torch.tensor(q, dtype=torch.float64)
    return F.kl_div(F.log_softmax(q, dim=0), p, reduction="sum").item()
