# loses check_sgd_step: returns.type
import torch

def sgd_step(w, g, lr):
    w = torch.tensor(w, requires_grad=True)
    return w - lr * torch.tensor(g)
