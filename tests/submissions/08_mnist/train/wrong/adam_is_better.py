# loses check_train_update: optimizer.ignored
import torch
from torch import optim

def train(classifier, optimizer, train_loader, loss_fn, epochs):
    optimizer = optim.Adam(classifier.parameters(), lr=1e-3)
    classifier.train()
    losses = []
    for epoch in range(epochs):
        running = 0.0
        for data, target in train_loader:
            out = classifier(data.flatten(start_dim=1))
            loss = loss_fn(out, target)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            running += loss.item()
        losses.append(running / len(train_loader))
    return losses
