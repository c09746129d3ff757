import torch


def train_step(model, optimizer, loss_fn, data, target):
    # pytorch docs: optimizer.step(closure) calls the closure once for SGD
    def closure():
        optimizer.zero_grad()
        loss = loss_fn(model(data), target)
        loss.backward()
        return loss

    loss = optimizer.step(closure)
    return float(loss.detach())
