import torch


def cross_entropy_from_logits(z, y):
    total = 0.0
    criterion = torch.nn.CrossEntropyLoss(reduction="sum")
    for i in range(0, len(y), 2):
        total += criterion(torch.tensor(z[i : i + 2]), torch.tensor(y[i : i + 2])).item()
    return total / len(y)
