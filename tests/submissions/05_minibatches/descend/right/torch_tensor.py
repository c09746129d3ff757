import numpy as np
import torch

def descend(gradient, w, lr, steps):
    w = torch.tensor(w)
    rows = [w]
    for _ in range(steps):
        g = torch.tensor(gradient(w.numpy()))
        w = w - lr * g
        rows.append(w)
    return torch.stack(rows)
