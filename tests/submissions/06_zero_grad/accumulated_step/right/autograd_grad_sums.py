import torch

def accumulated_step(model, optimizer, loss_fn, minibatches):
    ps = list(model.parameters()); G = [0.0] * len(ps); L = n = 0
    for d, t in minibatches:
        l = loss_fn(model(d), t); g = torch.autograd.grad(l, ps)
        G = [a + b * len(d) for a, b in zip(G, g)]; L += l.item() * len(d); n += len(d)
    for p, g in zip(ps, G): p.grad = g / n
    optimizer.step(); optimizer.zero_grad(); return L / n
