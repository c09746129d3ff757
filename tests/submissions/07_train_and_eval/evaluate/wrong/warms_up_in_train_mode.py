# loses check_evaluate: buffers.changed
import torch


def evaluate(model, loader, loss_fn):
    was = model.training
    model.eval()
    loss, correct, n = 0.0, 0, 0
    with torch.no_grad():
        for data, target in loader:
            output = model(data)
            loss += loss_fn(output, target).item() * len(target)
            correct += (output.argmax(dim=1) == target).sum().item()
            n += len(target)
        model.train()
        train_output = model(next(iter(loader))[0])
        print("in train mode:", train_output[0])
    model.train(was)
    return loss / n, correct / n
