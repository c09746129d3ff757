# loses check_evaluate: mode.eval_missing | gradient.kept


def evaluate(model, loader, loss_fn):
    L = A = N = 0
    for x, y in loader:
        o = model(x)
        L += loss_fn(o, y) * len(y)
        A += (o.max(1).indices == y).sum()
        N += len(y)
    return L / N, A / N
