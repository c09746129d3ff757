# loses check_evaluate: mode.eval_missing
import torch


def evaluate(model, loader, loss_fn):
    was = model.training
    total, correct = 0.0, 0
    for data, target in loader:
        with torch.no_grad():
            output = model(data)
            model.eval()
            total += loss_fn(output, target).item() * len(target)
            correct += (output.argmax(dim=1) == target).sum().item()
    model.train(was)
    return total / len(loader.dataset), correct / len(loader.dataset)
