# loses check_evaluate: loss.divisor
import torch


def evaluate(model, loader, loss_fn):
    was = model.training
    model.eval()
    size = len(loader.dataset)
    test_loss, correct = 0, 0
    with torch.no_grad():
        for X, y in loader:
            pred = model(X)
            test_loss += loss_fn(pred, y).item()
            correct += (pred.argmax(1) == y).type(torch.float).sum().item()
    test_loss /= size
    correct /= size
    model.train(was)
    return test_loss, correct
