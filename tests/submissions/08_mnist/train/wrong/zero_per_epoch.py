# loses check_train_zero_grad: zero_grad.once_per_epoch
import torch

def train(classifier, optimizer, train_loader, loss_fn, epochs):
    hist = []
    for epoch in range(epochs):
        classifier.train()
        optimizer.zero_grad()
        total = 0.0
        for images, labels in train_loader:
            images = images.view(images.shape[0], -1)
            loss = loss_fn(classifier(images), labels)
            loss.backward()
            optimizer.step()
            total += loss.item()
        hist.append(total / len(train_loader))
    return hist
