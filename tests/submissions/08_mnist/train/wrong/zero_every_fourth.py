# loses check_train_zero_grad: zero_grad.every_few_batches
import torch

ACCUMULATE = 4

def train(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.train()
    history = []
    for epoch in range(epochs):
        running = 0.0
        for step, (x, y) in enumerate(train_loader):
            loss = loss_fn(classifier(x.flatten(1)), y)
            loss.backward()
            optimizer.step()
            running += loss.item()
            if (step + 1) % ACCUMULATE == 0 or step + 1 == len(train_loader):
                optimizer.zero_grad()
        history.append(running / len(train_loader))
    return history
