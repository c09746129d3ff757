# loses check_train_history: loss.other_function
import torch
from torch.nn import functional as F


def train(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.train()
    curve = []
    for epoch in range(epochs):
        seen = 0
        nats = 0.0
        for images, labels in train_loader:
            optimizer.zero_grad()
            logits = classifier(images.flatten(1))
            loss_fn(logits, labels).backward()
            optimizer.step()
            with torch.no_grad():
                nats += F.cross_entropy(logits, labels, reduction="sum").item()
            seen += len(labels)
        curve.append(nats / seen)
    return curve
