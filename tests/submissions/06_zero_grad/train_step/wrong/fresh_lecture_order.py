# loses check_train_step_dirty: zero_grad.dirty_start
import torch

def train_step(model, optimizer, loss_fn, data, target):
    out = model(data)
    computed_loss = loss_fn(out, target)
    computed_loss.backward()
    optimizer.step()
    optimizer.zero_grad()
    return computed_loss.item()
