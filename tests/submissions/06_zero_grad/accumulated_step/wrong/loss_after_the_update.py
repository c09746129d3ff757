# loses check_accumulated_step: history.after_step
import torch


def accumulated_step(model, optimizer, loss_fn, minibatches):
    N = sum(len(t) for _, t in minibatches)
    optimizer.zero_grad()
    for data, target in minibatches:
        (loss_fn(model(data), target) * len(target) / N).backward()
    optimizer.step()
    with torch.no_grad():
        return sum(loss_fn(model(d), t).item() * len(t) for d, t in minibatches) / N
