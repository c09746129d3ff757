# loses check_train_zero_grad: zero_grad.once_per_epoch
import torch
from torch import nn


def train(classifier, optimizer, train_loader, loss_fn, epochs):
    """Trains the classifier, returns the loss of each epoch."""
    classifier.train()
    history = []
    for epoch in range(epochs):
        total, count = 0.0, 0
        for i, (images, labels) in enumerate(train_loader):
            images = images.view(images.size(0), -1)
            logits = classifier(images)
            loss = loss_fn(logits, labels)
            loss.backward()
            optimizer.step()
            if i == len(train_loader) - 1:
                optimizer.zero_grad()
            total += loss.item() * len(labels)
            count += len(labels)
        history.append(total / count)
        print(f"epoch {epoch + 1}/{epochs}: {history[-1]:.4f}")
    return history
