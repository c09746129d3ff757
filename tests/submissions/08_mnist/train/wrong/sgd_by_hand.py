# loses check_train_update: optimizer.ignored
import torch

def train(classifier, optimizer, train_loader, loss_fn, epochs):
    lr = optimizer.param_groups[0]["lr"]
    classifier.train()
    history = []
    for epoch in range(epochs):
        running = 0.0
        for data, target in train_loader:
            loss = loss_fn(classifier(data.flatten(1)), target)
            loss.backward()
            with torch.no_grad():
                for p in classifier.parameters():
                    if p.grad is not None:
                        p -= lr * p.grad
                        p.grad = None
            running += loss.item()
        history.append(running / len(train_loader))
    return history
