# loses check_evaluate: buffers.changed
import torch
from torch import nn


def evaluate(model, loader, loss_fn):
    was = model.training
    model.eval()
    for layer in model.modules():  # start from a clean slate
        if isinstance(layer, (nn.BatchNorm1d, nn.BatchNorm2d)):
            layer.reset_running_stats()
    loss, right, n = 0.0, 0, 0
    with torch.no_grad():
        for data, target in loader:
            output = model(data)
            loss += loss_fn(output, target).item() * len(target)
            right += (output.argmax(dim=1) == target).sum().item()
            n += len(target)
    model.train(was)
    return loss / n, right / n
