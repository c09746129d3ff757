import torch
import torch.nn.functional as F

def cross_entropy_gradient(z, y): return torch.func.grad(F.cross_entropy)(torch.tensor(z), torch.tensor(y))
