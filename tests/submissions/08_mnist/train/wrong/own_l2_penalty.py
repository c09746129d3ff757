# loses check_train_update: loss.other_function | loss.penalty_added | unexplained
import torch

def train(classifier, optimizer, train_loader, loss_fn, epochs):
    lam = 1e-2
    classifier.train()
    history = []
    for epoch in range(epochs):
        running = 0.0
        for data, target in train_loader:
            optimizer.zero_grad()
            data_loss = loss_fn(classifier(data.flatten(1)), target)
            # regularisation against overfitting
            penalty = sum((p ** 2).sum() for p in classifier.parameters())
            (data_loss + lam * penalty).backward()
            optimizer.step()
            running += data_loss.item()
        history.append(running / len(train_loader))
    return history
