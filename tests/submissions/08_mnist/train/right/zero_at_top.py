import torch


def train(classifier, optimizer, train_loader, loss_fn, epochs):
    history = []
    for epoch in range(epochs):
        classifier.train()
        total = 0
        for images, labels in train_loader:
            optimizer.zero_grad()
            outputs = classifier(images.view(images.shape[0], -1))
            loss = loss_fn(outputs, labels)
            loss.backward()
            optimizer.step()
            total += loss.item()
        history.append(total / len(train_loader))
    return history
