# loses check_train_step: optimizer.ignored
# loses check_train_step_dirty: optimizer.ignored
import torch


def train_step(model, optimizer, loss_fn, data, target):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.001)
    optimizer.zero_grad()
    loss = loss_fn(model(data), target)
    loss.backward()
    optimizer.step()
    return loss.item()
