import torch
from torch import nn, optim

classifier = nn.Sequential(nn.Linear(784, 16), nn.ReLU(), nn.Linear(16, 10))
optimizer = optim.SGD(classifier.parameters(), lr=1e-3)
loss_fn = nn.CrossEntropyLoss()
epochs = 40
train_loader = None


def train(classifier=classifier, optimizer=optimizer, train_loader=train_loader, loss_fn=loss_fn, epochs=epochs):
    classifier.train()
    loss_lt = []
    for epoch in range(epochs):
        running_loss = 0.0
        for data, target in train_loader:
            out = classifier(data.flatten(start_dim=1))
            computed_loss = loss_fn(out, target)
            computed_loss.backward()
            optimizer.step()
            optimizer.zero_grad()
            running_loss += computed_loss.item()
        loss_lt.append(running_loss / len(train_loader))
    return loss_lt
