def train_step(model, optimizer, loss_fn, data, target):
    """One update. Returns a 0-d tensor without its graph."""
    model.train()
    model.zero_grad()
    loss = loss_fn(model(data), target)
    loss.backward()
    optimizer.step()
    return loss.detach()
