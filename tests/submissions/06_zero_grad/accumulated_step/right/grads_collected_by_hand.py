import torch


def accumulated_step(model, optimizer, loss_fn, minibatches):
    total = sum(len(t) for _, t in minibatches)
    collected = [torch.zeros_like(p) for p in model.parameters()]
    mean_loss = 0.0
    for data, target in minibatches:
        model.zero_grad()
        loss = loss_fn(model(data), target)
        loss.backward()
        share = len(target) / total
        for c, p in zip(collected, model.parameters()):
            c += share * p.grad
        mean_loss += share * float(loss.detach())
    for c, p in zip(collected, model.parameters()):
        p.grad = c
    optimizer.step()
    model.zero_grad()
    return mean_loss
