import torch


def train_step(model, optimizer, loss_fn, data, target):
    params = [p for p in model.parameters() if p.requires_grad]
    loss = loss_fn(model(data), target)
    grads = torch.autograd.grad(loss, params)
    for p, g in zip(params, grads):
        p.grad = g
    optimizer.step()
    return loss.item()
