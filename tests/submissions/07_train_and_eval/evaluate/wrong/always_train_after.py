# loses check_evaluate: mode.not_restored
import torch

def evaluate(model, loader, loss_fn):
    model.eval()
    loss, hits, n = 0.0, 0.0, 0
    with torch.no_grad():
        for data, target in loader:
            out = model(data)
            loss += loss_fn(out, target).item() * len(data)
            hits += (out.argmax(-1) == target).sum().item()
            n += len(data)
    model.train()     # back to training!
    return loss / n, hits / n
