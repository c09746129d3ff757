import torch


def accumulated_step(model, optimizer, loss_fn, minibatches):
    sizes = torch.tensor([len(t) for _, t in minibatches], dtype=torch.float32)
    weights = sizes / sizes.sum()
    optimizer.zero_grad()
    losses = []
    for w, (x, y) in zip(weights, minibatches):
        loss = loss_fn(model(x), y)
        loss.backward(gradient=w)
        losses.append(loss.detach())
    optimizer.step()
    return (torch.stack(losses) * weights).sum()
