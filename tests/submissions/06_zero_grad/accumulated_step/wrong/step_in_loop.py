# loses check_accumulated_step: accumulate.stepped_each
import torch

def accumulated_step(model, optimizer, loss_fn, minibatches):
    n = sum(len(x) for x, y in minibatches)
    losses = []
    for x, y in minibatches:
        out = model(x)
        loss = loss_fn(out, y) * len(x) / n
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    optimizer.zero_grad()
    return sum(losses)
