# loses check_evaluate: returns.swapped | accuracy.divisor
import torch
import torch.nn.functional as F


def evaluate(model, loader, loss_fn):
    was = model.training
    model.eval()
    loss, correct, n = 0.0, 0, 0
    with torch.no_grad():
        for data, target in loader:
            output = model(data)
            loss += loss_fn(output, target).item() * len(target)
            n += len(target)
            correct += (output.argmax(1) == target).sum().item()
    model.train(was)
    return correct / (len(loader) * loader.batch_size), loss / n
