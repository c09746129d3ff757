import torch


def train(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.train()
    history = []
    for _ in range(epochs):
        running = torch.tensor(0.0)
        for data, target in train_loader:
            loss = loss_fn(classifier(data.flatten(1)), target)
            loss.backward()
            optimizer.step()
            optimizer.zero_grad()
            running += loss.detach()
        history.append(running / len(train_loader))
    return history
