# loses check_accumulated_step: input.modified
import torch

def accumulated_step(model, optimizer, loss_fn, minibatches):
    n = sum(t.size(0) for _, t in minibatches)
    optimizer.zero_grad()
    loss_total = 0.0
    while minibatches:
        data, target = minibatches.pop(0)
        loss = loss_fn(model(data), target)
        (loss * target.size(0) / n).backward()
        loss_total += loss.item() * target.size(0)
    optimizer.step()
    optimizer.zero_grad()
    return loss_total / n
