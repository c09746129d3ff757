# loses check_train_step: model.ignored
# loses check_train_step_dirty: model.ignored
from torch import nn

net = nn.Sequential(nn.Linear(784, 16), nn.ReLU(), nn.Linear(16, 10))


def train_step(model, optimizer, loss_fn, data, target):
    optimizer.zero_grad()
    loss = loss_fn(net(data), target)
    loss.backward()
    optimizer.step()
    return loss.item()
