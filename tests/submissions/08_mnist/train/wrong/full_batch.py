# loses check_train_update: batch.size | loader.ignored | unexplained
import torch
from torch import nn
import torch.nn.functional as F
import copy
import numpy as np


def train(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.train()
    x = torch.cat([d for d, t in train_loader]).flatten(1)
    y = torch.cat([t for d, t in train_loader])
    hist = []
    for e in range(epochs):
        optimizer.zero_grad()
        loss = loss_fn(classifier(x), y)
        loss.backward()
        optimizer.step()
        hist.append(loss.item())
    return hist
