# loses check_evaluate: batch.first_only
import torch


def evaluate(model, loader, loss_fn):
    was = model.training
    model.eval()
    with torch.no_grad():
        data, target = next(iter(loader))
        output = model(data)
        loss = loss_fn(output, target)
        accuracy = (output.argmax(1) == target).float().mean()
    model.train(was)
    return loss.item(), accuracy.item()
