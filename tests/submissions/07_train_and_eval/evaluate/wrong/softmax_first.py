# loses check_evaluate: loss.softmax_first
import torch


def evaluate(model, loader, loss_fn):
    was = model.training
    model.eval()
    loss, correct, n = 0.0, 0, 0
    with torch.no_grad():
        for data, target in loader:
            q = torch.softmax(model(data), dim=1)
            loss += loss_fn(q, target).item() * len(target)
            correct += (q.argmax(dim=1) == target).sum().item()
            n += len(target)
    model.train(was)
    return loss / n, correct / n
