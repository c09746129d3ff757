# loses check_evaluate: flatten.wrong
import torch


def evaluate(model, loader, loss_fn):
    was = model.training
    model.eval()
    loss, correct, n = 0.0, 0, 0
    with torch.no_grad():
        for data, target in loader:
            output = model(data.view(-1, 28 * 28))
            loss += loss_fn(output, target).item() * len(target)
            correct += (output.argmax(dim=1) == target).sum().item()
            n += len(target)
    model.train(was)
    return loss / n, correct / n
