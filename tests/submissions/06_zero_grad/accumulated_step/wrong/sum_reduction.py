# loses check_accumulated_step: loss.other_function
from torch import nn


def accumulated_step(model, optimizer, loss_fn, minibatches):
    loss_fn = nn.CrossEntropyLoss(reduction="sum")
    N = sum(len(t) for _, t in minibatches)
    optimizer.zero_grad()
    total = 0.0
    for data, target in minibatches:
        loss = loss_fn(model(data), target) / N
        loss.backward()
        total += loss.item()
    optimizer.step()
    return total
