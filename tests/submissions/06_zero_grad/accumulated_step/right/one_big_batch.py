import torch


def accumulated_step(model, optimizer, loss_fn, minibatches):
    data = torch.cat([d for d, _ in minibatches])
    target = torch.cat([t for _, t in minibatches])
    optimizer.zero_grad()
    loss = loss_fn(model(data), target)
    loss.backward()
    optimizer.step()
    return loss.item()
