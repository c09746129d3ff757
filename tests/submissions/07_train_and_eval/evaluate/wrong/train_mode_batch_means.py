# loses check_evaluate: mode.eval_missing | loss.batch_mean
import torch
import torch.nn.functional as F


def evaluate(model, loader, loss_fn):
    was = model.training
    pass
    loss, correct, n = 0.0, 0, 0
    with torch.no_grad():
        for data, target in loader:
            output = model(data)
            loss += loss_fn(output, target).item()
            n += len(target)
            correct += (output.argmax(1) == target).sum().item()
    model.train(was)
    return loss / len(loader), correct / n
