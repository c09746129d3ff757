# loses check_train_history: history.divisor
import torch

def train(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.train()
    loss_history = []
    for epoch in range(epochs):
        epoch_loss = 0
        for X, y in train_loader:
            X = X.reshape(len(X), 784)
            optimizer.zero_grad()
            loss = loss_fn(classifier(X), y)
            loss.backward()
            optimizer.step()
            epoch_loss += loss.item()
        loss_history.append(epoch_loss / len(train_loader.dataset))
    return loss_history
