# loses check_evaluate: accuracy.divisor | accuracy.percent
import torch

def evaluate(model, loader, loss_fn):
    old = model.training
    model.eval()
    total_loss = 0.0
    correct = 0
    with torch.no_grad():
        for data, target in loader:
            out = model(data)
            total_loss += loss_fn(out, target).item() * len(target)
            correct += (out.argmax(dim=1) == target).sum().item()
    model.train(old)
    acc = 100.0 * correct / (len(loader) * loader.batch_size)
    return total_loss / len(loader.dataset), acc
