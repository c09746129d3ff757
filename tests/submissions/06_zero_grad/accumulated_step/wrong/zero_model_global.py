# loses check_accumulated_step: zero_grad.wrong_object
from torch import nn

net = nn.Linear(784, 10)


def accumulated_step(model, optimizer, loss_fn, minibatches):
    net.zero_grad()
    n = sum(len(t) for _, t in minibatches)
    total = 0.0
    for data, target in minibatches:
        loss = loss_fn(model(data), target) * len(target) / n
        loss.backward()
        total += loss.item()
    optimizer.step()
    return total
