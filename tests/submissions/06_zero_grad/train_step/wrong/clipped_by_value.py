# loses check_train_step: gradient.clipped
# loses check_train_step_dirty: gradient.clipped
import torch


def train_step(model, optimizer, loss_fn, data, target):
    optimizer.zero_grad()
    loss = loss_fn(model(data), target)
    loss.backward()
    torch.nn.utils.clip_grad_value_(model.parameters(), 0.01)
    optimizer.step()
    return loss.item()
