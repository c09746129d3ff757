# loses check_cross_entropy: softmax.twice | softmax.applied | log.natural | unexplained
import torch
import torch.nn.functional as F

def cross_entropy(p, q):
    p = torch.as_tensor(p, dtype=torch.float64)
    q = torch.as_tensor(q, dtype=torch.float64)
    return F.cross_entropy(q, p).item()
