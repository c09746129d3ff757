import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset


def train(classifier, optimizer, train_loader, loss_fn, epochs=1, verbose=False):
    loss_per_epoch = {}
    for epoch in range(epochs):
        classifier.train()
        total = 0.0
        for data, target in train_loader:
            prediction = classifier(data.flatten(start_dim=1))
            loss = loss_fn(prediction, target)
            loss.backward()
            optimizer.step()
            optimizer.zero_grad()
            total += loss.item()
        loss_per_epoch[epoch] = total / len(train_loader)
    return list(loss_per_epoch.values())


model = nn.Linear(784, 10)
print(train(model, torch.optim.SGD(model.parameters(), lr=0.1),
            DataLoader(TensorDataset(torch.rand(8, 1, 28, 28), torch.arange(8)), batch_size=4), nn.CrossEntropyLoss(), 2))
