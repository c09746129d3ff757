import torch

def accumulated_step(model, optimizer, loss_fn, minibatches):
    # collect the losses, take ONE backward through all of them
    losses, sizes = [], []
    for data, target in minibatches:
        losses.append(loss_fn(model(data), target))
        sizes.append(len(data))
    losses = torch.stack(losses)
    w = torch.tensor(sizes, dtype=losses.dtype)
    loss = (losses * w).sum() / w.sum()
    model.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.detach()
