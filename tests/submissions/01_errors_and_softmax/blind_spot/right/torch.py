import torch


def blind_spot(t):
    t = torch.tensor(t, dtype=torch.float32)
    z = torch.linspace(0, 3, len(t)) - 10 * t
    return torch.softmax(z, dim=0)
