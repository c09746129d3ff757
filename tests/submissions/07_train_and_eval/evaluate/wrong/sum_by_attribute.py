# loses check_evaluate: loss.reduction
import torch


def evaluate(model, loader, loss_fn):
    was = model.training
    model.eval()
    loss_fn.reduction = "sum"
    loss, correct, n = 0.0, 0, 0
    with torch.no_grad():
        for data, target in loader:
            output = model(data)
            loss += loss_fn(output, target).item()
            correct += (output.argmax(dim=1) == target).sum().item()
            n += len(target)
    model.train(was)
    return loss / n, correct / n
