# loses check_evaluate: model.ignored
import torch
from torch import nn


def evaluate(model, loader, loss_fn):
    net = nn.Sequential(nn.Flatten(), nn.LazyLinear(5))
    was = model.training
    net.eval()
    loss, correct, n = 0.0, 0, 0
    with torch.no_grad():
        for data, target in loader:
            output = net(data)
            loss += loss_fn(output, target).item() * len(target)
            correct += (output.argmax(dim=1) == target).sum().item()
            n += len(target)
    model.train(was)
    return loss / n, correct / n
