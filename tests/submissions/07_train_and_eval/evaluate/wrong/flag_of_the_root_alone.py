# loses check_evaluate: mode.eval_missing

import torch


def evaluate(model, loader, loss_fn):
    was = model.training
    model.training = False
    L = A = N = 0
    with torch.no_grad():
        for x, y in loader:
            o = model(x)
            L += loss_fn(o, y).item() * len(y)
            A += (o.max(1).indices == y).sum().item()
            N += len(y)
    model.training = was
    return L / N, A / N
