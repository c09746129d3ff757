# loses check_evaluate: batch.dropped
import torch


def evaluate(model, loader, loss_fn):
    was = model.training
    model.eval()
    loss, correct, n = 0.0, 0, 0
    with torch.no_grad():
        for data, target in loader:
            if len(data) < loader.batch_size:
                continue
            output = model(data)
            loss += loss_fn(output, target).item()
            correct += (output.argmax(dim=1) == target).float().mean().item()
            n += 1
    model.train(was)
    return loss / n, correct / n
