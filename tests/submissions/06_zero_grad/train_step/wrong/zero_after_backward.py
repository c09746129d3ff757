# loses check_train_step: zero_grad.before_step
# loses check_train_step_dirty: zero_grad.before_step
import torch

def train_step(model, optimizer, loss_fn, data, target):
    # forward
    out = model(data)
    loss = loss_fn(out, target)
    # backward
    loss.backward()
    # "clean up" before the update so gradients do not accumulate
    optimizer.zero_grad()
    # update
    optimizer.step()
    return loss.item()
