# loses check_train_update: loader.ignored
# loses check_train_zero_grad: loader.ignored
# loses check_train_history: loader.ignored
import torch
from torch.utils.data import DataLoader, TensorDataset

loader = DataLoader(TensorDataset(torch.rand(40, 1, 28, 28), torch.randint(0, 10, (40,))), batch_size=8)


def train(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.train()
    loss_lt = []
    for epoch in range(epochs):
        running_loss = 0.0
        for minibatch in loader:
            data, target = minibatch
            data = data.flatten(start_dim=1)
            out = classifier(data)
            computed_loss = loss_fn(out, target)
            computed_loss.backward()
            optimizer.step()
            optimizer.zero_grad()
            running_loss += computed_loss.item()
        loss_lt.append(running_loss / len(loader))
    return loss_lt
