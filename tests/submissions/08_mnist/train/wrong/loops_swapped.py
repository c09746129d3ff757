# loses check_train_update: batch.repeated
# loses check_train_history: batch.repeated
import torch
from torch import nn
import torch.nn.functional as F
import copy
import numpy as np


def train(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.train()
    loss_lt = [0.0] * epochs
    for data, target in train_loader:
        data = data.flatten(1)
        for epoch in range(epochs):
            loss = loss_fn(classifier(data), target)
            loss.backward()
            optimizer.step()
            optimizer.zero_grad()
            loss_lt[epoch] += loss.item() / len(train_loader)
    return loss_lt
