import torch

def surprisal(p):
    return -torch.log2(torch.as_tensor(p, dtype=torch.float32))
