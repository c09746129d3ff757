import torch
from torch import nn


def train(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.train()
    train_losses = []
    for epoch in range(1, epochs + 1):
        train_loss = 0.0
        for data, target in train_loader:
            optimizer.zero_grad()
            output = classifier(data.view(data.size(0), -1))
            loss = loss_fn(output, target)
            loss.backward()
            optimizer.step()
            train_loss += loss.item() * data.size(0)
        train_loss = train_loss / len(train_loader.dataset)
        train_losses.append(train_loss)
        print('Epoch: {} \tTraining Loss: {:.6f}'.format(epoch, train_loss))
    return train_losses
