# loses check_evaluate: loader.ignored | error.exception

import torch
from torch.utils.data import DataLoader, TensorDataset

test_loader = DataLoader(TensorDataset(torch.randn(10, 6), torch.zeros(10, dtype=torch.long)), batch_size=4)


def evaluate(model, loader, loss_fn):
    was = model.training
    model.eval()
    L = A = N = 0
    with torch.no_grad():
        for x, y in test_loader:
            o = model(x)
            L += loss_fn(o, y).item() * len(y)
            A += (o.max(1).indices == y).sum().item()
            N += len(y)
    model.train(was)
    return L / N, A / N
