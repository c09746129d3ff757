# loses check_accumulated_step: accumulate.unscaled | accumulate.equal_weights
import torch

def accumulated_step(model, optimizer, loss_fn, minibatches):
    optimizer.zero_grad()
    total, n = 0.0, 0
    for data, target in minibatches:
        loss = loss_fn(model(data), target)
        loss.backward()          # pytorch accumulates for us
        total += loss.item() * len(data)
        n += len(data)
    optimizer.step()
    return total / n
