# loses check_train_update: gradient.clipped
import torch
from torch import nn

def train(classifier, optimizer, train_loader, loss_fn, epochs, max_norm=0.1):
    history = []
    for epoch in range(epochs):
        classifier.train()
        running = 0.0
        for data, target in train_loader:
            optimizer.zero_grad(set_to_none=True)
            loss = loss_fn(classifier(torch.flatten(data, start_dim=1)), target)
            loss.backward()
            nn.utils.clip_grad_norm_(classifier.parameters(), max_norm)
            optimizer.step()
            running += loss.item()
        history.append(running / len(train_loader))
    return history
