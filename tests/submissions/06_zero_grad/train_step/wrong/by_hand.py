# loses check_train_step: optimizer.ignored
# loses check_train_step_dirty: optimizer.ignored
import torch

lr = 0.01


def train_step(model, optimizer, loss_fn, data, target):
    model.zero_grad()
    loss = loss_fn(model(data), target)
    loss.backward()
    with torch.no_grad():
        for p in model.parameters():
            p -= lr * p.grad
    return loss.item()
