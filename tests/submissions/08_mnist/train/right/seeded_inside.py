import random
import numpy as np
import torch

def set_seed(seed=42):
    random.seed(seed)
    np.random.seed(seed)
    torch.manual_seed(seed)

def train(classifier, optimizer, train_loader, loss_fn, epochs):
    set_seed()              # reproducibility!
    classifier.train()
    loss_lt = []
    for epoch in range(epochs):
        running_loss = 0.0
        for data, target in train_loader:
            optimizer.zero_grad()
            computed_loss = loss_fn(classifier(data.flatten(start_dim=1)), target)
            running_loss += computed_loss.item()
            computed_loss.backward()
            optimizer.step()
        loss_lt.append(running_loss / len(train_loader))
    return loss_lt
