import torch

import contextlib
@contextlib.contextmanager
def evaluating(m):
    w = m.training
    try:
        m.eval(); yield
    finally: m.train(w)
def evaluate(model, loader, loss_fn):
    with evaluating(model), torch.no_grad():
        o, t = zip(*((model(d), t) for d, t in loader)); o, t = torch.cat(o), torch.cat(t)
        return loss_fn(o, t), (o.argmax(1) == t).float().mean()
