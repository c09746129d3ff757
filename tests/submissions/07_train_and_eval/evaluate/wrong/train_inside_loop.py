# loses check_evaluate: mode.eval_missing | mode.not_restored
import torch


def evaluate(model, loader, loss_fn):
    model.eval()
    total, correct = 0.0, 0
    for data, target in loader:
        with torch.no_grad():
            output = model(data)
            total += loss_fn(output, target).item() * len(target)
            correct += (output.argmax(dim=1) == target).sum().item()
        model.train()
    return total / len(loader.dataset), correct / len(loader.dataset)
