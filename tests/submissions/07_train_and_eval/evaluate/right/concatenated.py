import torch


def evaluate(model, loader, loss_fn):
    was = model.training
    model.eval()
    with torch.no_grad():
        outputs, targets = [], []
        for data, target in loader:
            outputs.append(model(data))
            targets.append(target)
        outputs, targets = torch.cat(outputs), torch.cat(targets)
        loss = loss_fn(outputs, targets)
        accuracy = (outputs.argmax(1) == targets).double().mean()
    model.train(was)
    return loss.item(), accuracy.item()
