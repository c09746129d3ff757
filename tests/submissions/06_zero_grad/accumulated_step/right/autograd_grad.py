import torch


def accumulated_step(model, optimizer, loss_fn, minibatches):
    params = list(model.parameters())
    n = sum(x.size(0) for x, _ in minibatches)
    loss = torch.stack([loss_fn(model(x), y) * x.size(0) for x, y in minibatches]).sum() / n
    for p, g in zip(params, torch.autograd.grad(loss, params)):
        p.grad = g
    optimizer.step()
    return loss.detach()
