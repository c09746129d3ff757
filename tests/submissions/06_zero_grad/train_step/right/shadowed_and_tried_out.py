import torch
from torch import nn, optim

sum = 0
list = []


def train_step(model, optimizer, loss_fn, data, target):
    optimizer.zero_grad()
    loss = loss_fn(model(data.view(data.shape[0], -1)), target)
    loss.backward()
    optimizer.step()
    return loss.item()


net = nn.Linear(3, 2)
opt = optim.SGD(net.parameters(), lr=0.1)
for _ in range(3):
    print(train_step(net, opt, nn.CrossEntropyLoss(), torch.randn(4, 3), torch.tensor([0, 1, 0, 1])))
