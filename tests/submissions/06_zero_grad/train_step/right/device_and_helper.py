import torch

device = "cuda" if torch.cuda.is_available() else "cpu"


def forward_backward(model, loss_fn, x, y):
    loss = loss_fn(model(x), y)
    loss.backward()
    return loss.detach().cpu().item()


def train_step(model, optimizer, loss_fn, data, target):
    data, target = data.to(device), target.to(device)
    optimizer.zero_grad()
    value = forward_backward(model, loss_fn, data, target)
    optimizer.step()
    return value
