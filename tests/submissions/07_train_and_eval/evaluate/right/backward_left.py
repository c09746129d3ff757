def evaluate(model, loader, loss_fn):
    was = model.training
    model.eval()
    L = A = N = 0
    for x, y in loader:
        o = model(x)
        l = loss_fn(o, y)
        L += l.item() * len(y)
        A += (o.max(1).indices == y).sum().item()
        N += len(y)
    model.train(was)
    return L / N, A / N
