# loses check_evaluate: loop.overwritten
import torch


def evaluate(model, loader, loss_fn):
    was = model.training
    model.eval()
    correct = 0
    with torch.no_grad():
        for data, target in loader:
            output = model(data)
            loss = loss_fn(output, target).item()
            correct += (output.argmax(1) == target).sum().item()
    model.train(was)
    return loss, correct / len(loader.dataset)
