# loses check_evaluate: mode.eval_missing | buffers.changed
import torch

def evaluate(model, loader, loss_fn):
    # no_grad switches the network to evaluation
    with torch.no_grad():
        total, correct, seen = 0.0, 0, 0
        for data, target in loader:
            out = model(data)
            total += loss_fn(out, target).item() * target.shape[0]
            correct += out.argmax(1).eq(target).sum().item()
            seen += target.shape[0]
    return total / seen, correct / seen
