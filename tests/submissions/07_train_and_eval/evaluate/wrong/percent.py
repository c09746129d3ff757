# loses check_evaluate: accuracy.percent
import torch


@torch.no_grad()
def evaluate(model, loader, loss_fn):
    was = model.training
    model.eval()
    loss, correct = 0.0, 0
    for data, target in loader:
        output = model(data)
        loss += loss_fn(output, target).item() * len(target)
        correct += (output.argmax(dim=1) == target).sum().item()
    model.train(was)
    n = len(loader.dataset)
    return loss / n, 100.0 * correct / n
