# loses check_train_update: input.altered
import torch
from torch import nn
import torch.nn.functional as F
import copy
import numpy as np


def train(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.train()
    loss_lt = []
    for epoch in range(epochs):
        running_loss = 0.0
        for minibatch in train_loader:
            data, target = minibatch
            data = data.flatten(start_dim=1)
            data = data + 0.1 * torch.randn_like(data)
            out = classifier(data)
            computed_loss = loss_fn(out, target)
            computed_loss.backward()
            optimizer.step()
            optimizer.zero_grad()
            running_loss += computed_loss.item()
        loss_lt.append(running_loss / len(train_loader))
    return loss_lt
