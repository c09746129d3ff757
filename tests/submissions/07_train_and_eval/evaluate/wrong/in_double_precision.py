# loses check_evaluate: parameters.changed
import torch


def evaluate(model, loader, loss_fn):
    """In float64, so that no digit of the sums is lost."""
    was = model.training
    model.double().eval()
    loss, right, n = 0.0, 0, 0
    with torch.no_grad():
        for data, target in loader:
            output = model(data.double())
            loss += loss_fn(output, target).item() * len(target)
            right += (output.argmax(dim=1) == target).sum().item()
            n += len(target)
    model.train(was)
    return loss / n, right / n
