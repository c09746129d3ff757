# loses check_accumulated_step: accumulate.zeroed_each | loop.overwritten | zero_grad.before_step | unexplained
import torch

def accumulated_step(model, optimizer, loss_fn, minibatches):
    total = sum(len(x) for x, _ in minibatches)
    mean = 0.0
    for x, y in minibatches:
        optimizer.zero_grad()          # every minibatch starts clean, as in the lecture
        loss = loss_fn(model(x), y) * len(x) / total
        loss.backward()
        mean += loss.item()
    optimizer.step()
    return mean
