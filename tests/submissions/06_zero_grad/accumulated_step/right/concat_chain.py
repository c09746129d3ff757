import torch


def accumulated_step(model, optimizer, loss_fn, minibatches):
    xs, ys = zip(*minibatches)
    x, y = torch.cat(xs, dim=0), torch.cat(ys)
    def closure():
        optimizer.zero_grad()
        loss = loss_fn(model(x), y)
        loss.backward()
        return loss
    loss = optimizer.step(closure)
    return loss.detach().item()
