# loses check_evaluate: loop.early_return | mode.left_in_eval | mode.not_restored
import torch

def evaluate(model, loader, loss_fn):
    training = model.training
    model.eval()
    loss_sum = 0
    right = 0
    n = 0
    with torch.no_grad():
        for data, target in loader:
            out = model(data)
            loss_sum += loss_fn(out, target).item() * len(target)
            right += (out.argmax(1) == target).sum().item()
            n += len(target)
            return loss_sum / n, right / n
    model.train(training)
