# loses check_evaluate: loss.other_function
import torch
import torch.nn.functional as F


def evaluate(model, loader, loss_fn):
    was = model.training
    model.eval()
    loss, correct, n = 0.0, 0, 0
    with torch.no_grad():
        for data, target in loader:
            output = model(data)
            loss += F.nll_loss(F.log_softmax(output, 1), target, reduction="sum").item()
            n += len(target)
            correct += (output.argmax(1) == target).sum().item()
    model.train(was)
    return loss / n, correct / n
