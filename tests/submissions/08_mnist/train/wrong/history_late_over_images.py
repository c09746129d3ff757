# loses check_train_history: history.after_step
import torch


def train(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.train()
    history = []
    for epoch in range(epochs):
        running = 0.0
        for data, target in train_loader:
            data = data.flatten(1)
            optimizer.zero_grad()
            loss_fn(classifier(data), target).backward()
            optimizer.step()
            with torch.no_grad():
                running += loss_fn(classifier(data), target).item()
        history.append(running / len(train_loader.dataset))
    return history
