import warnings

import torch

torch.set_default_dtype(torch.float64)
warnings.simplefilter("error")


def evaluate(model, loader, loss_fn):
    was_training = model.training
    model.eval()
    total = torch.zeros(3)
    with torch.no_grad():
        for data, target in loader:
            output = model(data)
            correct = (output.argmax(dim=1) == target).sum()
            total += torch.stack([loss_fn(output, target) * len(target), correct, torch.tensor(len(target))])
    model.train(was_training)
    return total[0] / total[2], total[1] / total[2]
