import torch


def cross_entropy_gradient(z, y):
    f = lambda a: torch.nn.functional.cross_entropy(a, torch.tensor(y))
    return torch.func.grad(f)(torch.tensor(z)).tolist()
