import torch
def cross_entropy(p, q):
    p = torch.as_tensor(p).double(); q = torch.as_tensor(q).double().requires_grad_()
    m = p != 0
    return -(p[m] * torch.log2(q[m])).sum()
