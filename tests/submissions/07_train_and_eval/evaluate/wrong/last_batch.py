# loses check_evaluate: loop.overwritten
import torch


def evaluate(model, loader, loss_fn):
    was = model.training
    model.eval()
    with torch.no_grad():
        for data, target in loader:
            output = model(data)
        loss = loss_fn(output, target).item()
        accuracy = (output.argmax(1) == target).sum().item() / len(target)
    model.train(was)
    return loss, accuracy
