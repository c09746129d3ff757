# loses check_accumulated_step: optimizer.ignored
import torch


def accumulated_step(model, optimizer, loss_fn, minibatches):
    N = sum(len(t) for _, t in minibatches)
    optimizer.zero_grad()
    total = 0.0
    for data, target in minibatches:
        loss = loss_fn(model(data), target) * len(target) / N
        loss.backward()
        total += loss.item()
    with torch.no_grad():
        for p in model.parameters():
            p -= optimizer.param_groups[0]["lr"] * p.grad
    return total
