# loses check_evaluate: returns.shape
import torch


def evaluate(model, loader, loss_fn):
    was = model.training
    model.eval()
    correct, n = 0, 0
    with torch.no_grad():
        for data, target in loader:
            correct += (model(data).argmax(dim=1) == target).sum().item()
            n += len(target)
    model.train(was)
    return correct / n
