# loses check_accumulated_step: zero_grad.never
import torch

def accumulated_step(model, optimizer, loss_fn, minibatches):
    # no zero_grad at all: accumulating is exactly what we want here
    n_total = 0
    for d, t in minibatches:
        n_total += len(t)
    avg = 0.
    for d, t in minibatches:
        weight = len(t) / n_total
        l = weight * loss_fn(model(d), t)
        l.backward()
        avg = avg + l.item()
    optimizer.step()
    return avg
