# loses check_evaluate: gradient.kept
import torch

def evaluate(model, loader, loss_fn):
    was = model.training
    model.eval()
    loss, acc, n = 0, 0, 0
    for data, target in loader:
        out = model(data)
        loss = loss + loss_fn(out, target) * len(data)
        acc = acc + (out.argmax(1) == target).sum()
        n += len(data)
    model.train(was)
    return loss / n, acc / n
