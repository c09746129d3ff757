# loses check_evaluate: mode.eval_missing
import torch


def evaluate(model, loader, loss_fn):
    model.train()
    loss, correct, n = 0.0, 0, 0
    with torch.no_grad():
        for data, target in loader:
            output = model(data)
            loss += loss_fn(output, target).item() * len(target)
            correct += (output.argmax(dim=1) == target).sum().item()
            n += len(target)
    return loss / n, correct / n
