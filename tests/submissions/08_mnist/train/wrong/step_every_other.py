# loses check_train_update: step.every_few_batches
import torch

def train(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.train()
    history = []
    for epoch in range(epochs):
        running = 0.0
        for i, (data, target) in enumerate(train_loader):
            optimizer.zero_grad()
            out = classifier(data.flatten(1))
            loss = loss_fn(out, target)
            loss.backward()
            # faster: update only every second batch
            if i % 2 == 1:
                optimizer.step()
            running += loss.item()
        history.append(running / len(train_loader))
    return history
