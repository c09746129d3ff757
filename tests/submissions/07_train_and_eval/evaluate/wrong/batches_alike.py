# loses check_evaluate: loss.batch_mean | accuracy.batch_mean
import numpy as np
import torch


def evaluate(model, loader, loss_fn):
    was = model.training
    model.eval()
    losses, accuracies = [], []
    with torch.no_grad():
        for data, target in loader:
            output = model(data)
            losses.append(loss_fn(output, target).item())
            accuracies.append((output.argmax(dim=1) == target).float().mean().item())
    model.train(was)
    return np.mean(losses), np.mean(accuracies)
