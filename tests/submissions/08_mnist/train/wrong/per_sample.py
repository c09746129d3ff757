# loses check_train_update: batch.size | unexplained
# loses check_train_mode: error.exception
import torch
from torch import nn
import torch.nn.functional as F
import copy
import numpy as np


def train(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.train()
    hist = []
    for e in range(epochs):
        tot = 0
        for data, target in train_loader:
            for x, y in zip(data, target):
                loss = loss_fn(classifier(x.reshape(1, -1)), y.reshape(1))
                optimizer.zero_grad()
                loss.backward()
                optimizer.step()
                tot += loss.item()
        hist.append(tot / len(train_loader.dataset))
    return hist
