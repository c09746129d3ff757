import torch
from torch import nn
import torch.nn.functional as F
import copy
import numpy as np


import torch
from torch import nn


def train(classifier, optimizer, train_loader, loss_fn, epochs):
    """Trains the classifier, returns the loss of each epoch."""
    classifier.train()
    history = []
    for epoch in range(epochs):
        total, count = 0.0, 0
        for i, (images, labels) in enumerate(train_loader):
            images = images.view(images.size(0), -1)
            if any(p.grad is not None for p in classifier.parameters()):
                optimizer.zero_grad()
            logits = classifier(images)
            loss = loss_fn(logits, labels)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(labels)
            count += len(labels)
        history.append(total / count)
        print(f"epoch {epoch + 1}/{epochs}: {history[-1]:.4f}")
    return history
