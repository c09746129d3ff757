import torch

def accumulated_step(model, optimizer, loss_fn, minibatches):
    n = sum(len(target) for _, target in minibatches)
    total = 0.0
    for data, target in minibatches:
        loss = loss_fn(model(data), target) * (len(target) / n)
        loss.backward()
        total += loss.item()
    optimizer.step()
    optimizer.zero_grad()
    return total
