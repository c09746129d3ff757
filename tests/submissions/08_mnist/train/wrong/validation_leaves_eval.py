# loses check_train_mode: mode.left_in_eval
import torch

def validate(model, loader, max_batches=2):
    model.eval()
    hits, n = 0, 0
    with torch.no_grad():
        for i, (x, y) in enumerate(loader):
            if i == max_batches:
                break
            hits += (model(x.flatten(1)).argmax(1) == y).sum().item()
            n += len(y)
    return hits / n

def train(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.train()
    train_losses = []
    for epoch in range(epochs):
        running_loss = 0.0
        for data, target in train_loader:
            optimizer.zero_grad()
            loss = loss_fn(classifier(data.flatten(1)), target)
            loss.backward()
            optimizer.step()
            running_loss += loss.item()
        train_losses.append(running_loss / len(train_loader))
        print(epoch + 1, train_losses[-1], validate(classifier, train_loader))
    return train_losses
