# loses check_train_step: history.after_step
# loses check_train_step_dirty: history.after_step
import torch


def train_step(model, optimizer, loss_fn, data, target):
    optimizer.zero_grad()
    loss_fn(model(data), target).backward()
    optimizer.step()
    with torch.no_grad():
        return loss_fn(model(data), target).item()
