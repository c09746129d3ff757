# loses check_train_update: step.once_per_epoch
import torch
from torch import nn
import torch.nn.functional as F
import copy
import numpy as np


def train(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.train()
    hist = []
    for e in range(epochs):
        total = 0
        for data, target in train_loader:
            total = total + loss_fn(classifier(data.flatten(1)), target)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        hist.append(total.item() / len(train_loader))
    return hist
