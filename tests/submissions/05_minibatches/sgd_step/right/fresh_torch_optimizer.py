import numpy as np
import torch

def sgd_step(w, g, lr):
    param = torch.nn.Parameter(torch.tensor(np.array(w), dtype=torch.float64))
    param.grad = torch.tensor(np.array(g), dtype=torch.float64)
    opt = torch.optim.SGD([param], lr=float(lr))
    opt.step()
    return param.detach().numpy()
