import numpy as np
import torch

def descend(gradient, w, lr, steps):
    p = torch.nn.Parameter(torch.tensor(np.array(w, dtype=float)))
    opt = torch.optim.SGD([p], lr=lr)
    path = [p.detach().numpy().copy()]
    for _ in range(steps):
        opt.zero_grad()
        p.grad = torch.as_tensor(gradient(p.detach().numpy()))
        opt.step()
        path.append(p.detach().numpy().copy())
    return np.array(path)
