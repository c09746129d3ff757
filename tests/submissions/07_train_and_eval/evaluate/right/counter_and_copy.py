import torch, copy
from collections import Counter


def evaluate(model, loader, loss_fn):
    c = Counter()
    m = copy.deepcopy(model)
    m.eval()
    m.requires_grad_(False)
    it = iter(loader)
    while True:
        try:
            x, y = next(it)
        except StopIteration:
            break
        o = m(x)
        c["loss"] += loss_fn(o, y).item() * y.numel()
        c["right"] += sum(a == b for a, b in zip(o.argmax(1).tolist(), y.tolist()))
        c["n"] += y.numel()
    return c["loss"] / c["n"], c["right"] / c["n"]
