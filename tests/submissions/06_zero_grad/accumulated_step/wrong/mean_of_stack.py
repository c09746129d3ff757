# loses check_accumulated_step: accumulate.equal_weights | loss.batch_mean
import torch


def accumulated_step(model, optimizer, loss_fn, minibatches):
    optimizer.zero_grad()
    loss = torch.stack([loss_fn(model(x), y) for x, y in minibatches]).mean()
    loss.backward()
    optimizer.step()
    return loss.item()
