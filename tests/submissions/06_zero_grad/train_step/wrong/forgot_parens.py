# loses check_train_step: zero_grad.not_called | zero_grad.never
# loses check_train_step_dirty: zero_grad.not_called | zero_grad.never | zero_grad.dirty_start
import torch

def train_step(model, optimizer, loss_fn, data, target):
    optimizer.zero_grad
    pred = model(data)
    loss = loss_fn(pred, target)
    loss.backward()
    optimizer.step()
    return loss.item()
