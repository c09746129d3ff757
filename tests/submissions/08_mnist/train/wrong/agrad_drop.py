# loses check_train_update: batch.dropped
import torch
from torch import nn
import torch.nn.functional as F
import copy
import numpy as np


def train(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.train()
    params = list(classifier.parameters())
    result = []
    for _ in range(epochs):
        total = 0
        for data, target in list(train_loader)[:-1]:
            loss = loss_fn(classifier(data.flatten(1)), target)
            for p, g in zip(params, torch.autograd.grad(loss, params)):
                p.grad = g
            optimizer.step()
            total += loss.item()
        result.append(total / len(train_loader))
    return result
