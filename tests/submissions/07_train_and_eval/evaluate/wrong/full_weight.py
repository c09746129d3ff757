# loses check_evaluate: loss.batch_mean
import torch


def evaluate(model, loader, loss_fn):
    was = model.training
    model.eval()
    loss, correct = 0.0, 0
    n = len(loader.dataset)
    with torch.no_grad():
        for data, target in loader:
            output = model(data)
            loss += loss_fn(output, target).item() * loader.batch_size
            correct += (output.argmax(dim=1) == target).sum().item()
    model.train(was)
    return loss / n, correct / n
