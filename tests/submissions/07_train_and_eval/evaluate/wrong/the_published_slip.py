# loses check_evaluate: accuracy.divisor
import torch


def evaluate(model, loader, loss_fn):
    was = model.training
    model.eval()
    loss, correct = 0.0, 0
    with torch.no_grad():
        for data, target in loader:
            output = model(data)
            loss += loss_fn(output, target).item() * len(target)
            correct += (output.argmax(dim=1) == target).sum().item()
    model.train(was)
    return loss / len(loader.dataset), correct / (len(loader) * loader.batch_size)
