# loses check_evaluate: parameters.changed

import torch


def evaluate(model, loader, loss_fn):
    was = model.training
    model.eval()
    opt = torch.optim.SGD(model.parameters(), lr=0.01)
    L = A = N = 0
    for x, y in loader:
        o = model(x)
        l = loss_fn(o, y)
        l.backward()
        opt.step()
        opt.zero_grad()
        L += l.item() * len(y)
        A += (o.max(1).indices == y).sum().item()
        N += len(y)
    model.train(was)
    return L / N, A / N
