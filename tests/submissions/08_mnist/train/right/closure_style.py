import torch
import numpy as np

def train(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.train(True)
    epoch_losses = []
    for _ in range(epochs):
        batch_losses = []
        for x, y in train_loader:
            def closure(x=x.view(x.size(0), -1), y=y):
                optimizer.zero_grad()
                loss = loss_fn(classifier(x), y)
                loss.backward()
                return loss
            batch_losses.append(optimizer.step(closure).item())
        epoch_losses.append(np.mean(batch_losses))
    return epoch_losses
