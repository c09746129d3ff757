import torch

def sgd_step(w, g, lr):
    return torch.sub(torch.tensor(w), torch.tensor(g), alpha=lr)
