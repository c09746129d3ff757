# loses check_train_step: backward.missing | error.exception
# loses check_train_step_dirty: backward.missing | error.exception
import torch

def train_step(model, optimizer, loss_fn, data, target):
    optimizer.zero_grad()
    loss = loss_fn(model(data), target).item()
    loss = torch.tensor(loss)
    loss.backward()
    optimizer.step()
    return loss.item()
