# loses check_evaluate: state.kept
import torch

loss, correct, n = 0.0, 0, 0


def evaluate(model, loader, loss_fn):
    global loss, correct, n
    was = model.training
    model.eval()
    with torch.no_grad():
        for data, target in loader:
            output = model(data)
            loss += loss_fn(output, target).item() * len(target)
            correct += (output.argmax(dim=1) == target).sum().item()
            n += len(target)
    model.train(was)
    return loss / n, correct / n
