# loses check_accumulated_step: loss.scaled
import torch


def accumulated_step(model, optimizer, loss_fn, minibatches):
    x = torch.cat([b[0] for b in minibatches])
    y = torch.cat([b[1] for b in minibatches])
    optimizer.zero_grad()
    loss = loss_fn(model(x), y) / len(minibatches)
    loss.backward()
    optimizer.step()
    return loss.item()
