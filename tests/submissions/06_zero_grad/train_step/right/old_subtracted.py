def train_step(model, optimizer, loss_fn, data, target):
    old = [None if p.grad is None else p.grad.clone() for p in model.parameters()]
    loss = loss_fn(model(data), target)
    loss.backward()
    for p, o in zip(model.parameters(), old):
        if o is not None:
            p.grad = p.grad - o
    optimizer.step()
    return loss.item()
