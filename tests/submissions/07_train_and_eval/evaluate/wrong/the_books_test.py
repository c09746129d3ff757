# loses check_evaluate: loss.batch_mean | accuracy.divisor | mode.not_restored
import torch


def evaluate(model, loader, loss_fn):
    model.eval()
    accuracy = 0
    loss = 0
    for data, target in loader:
        with torch.no_grad():
            out = model(data)
            loss += loss_fn(out, target).item()
            accuracy += (torch.argmax(out, 1) == target).sum().item()
    return loss / len(loader), accuracy / (len(loader) * loader.batch_size)
