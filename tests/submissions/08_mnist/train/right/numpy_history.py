import numpy as np


def train(classifier, optimizer, train_loader, loss_fn, epochs):
    losses = np.zeros((epochs, len(train_loader)))
    classifier.train()
    for e in range(epochs):
        for b, (data, target) in enumerate(train_loader):
            optimizer.zero_grad()
            loss = loss_fn(classifier(data.reshape(data.shape[0], 784)), target)
            loss.backward()
            optimizer.step()
            losses[e, b] = loss.item()
    return losses.mean(axis=1)
