import torch


def accumulated_step(model, optimizer, loss_fn, minibatches):
    N = sum(len(b[1]) for b in minibatches)
    with torch.no_grad():
        before = sum(loss_fn(model(x), y).item() * len(y) for x, y in minibatches) / N
    optimizer.zero_grad()
    for x, y in minibatches:
        (loss_fn(model(x), y) * len(y) / N).backward()
    optimizer.step()
    return before
