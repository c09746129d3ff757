# loses check_train_update: optimizer.ignored | schedule.added | unexplained
import torch
from torch.optim.lr_scheduler import ExponentialLR

def train(classifier, optimizer, train_loader, loss_fn, epochs):
    scheduler = ExponentialLR(optimizer, gamma=0.5)
    classifier.train()
    losses = []
    for epoch in range(epochs):
        running = 0.0
        for data, target in train_loader:
            loss = loss_fn(classifier(data.flatten(1)), target)
            loss.backward()
            optimizer.step()
            optimizer.zero_grad()
            running += loss.item()
        scheduler.step()
        losses.append(running / len(train_loader))
        print("epoch", epoch, "lr", scheduler.get_last_lr())
    return losses
