# loses check_train_history: history.after_step
import torch

def current_loss(model, loss_fn, x, y):
    model.eval()
    with torch.no_grad():
        value = loss_fn(model(x), y).item()
    model.train()
    return value

def train(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.train()
    history = []
    for _ in range(epochs):
        total = 0.0
        for x, y in train_loader:
            x = x.flatten(1)
            optimizer.zero_grad()
            loss_fn(classifier(x), y).backward()
            optimizer.step()
            total += current_loss(classifier, loss_fn, x, y)
        history.append(total / len(train_loader))
    return history
