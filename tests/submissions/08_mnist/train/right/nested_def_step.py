import torch
from torch import nn
import torch.nn.functional as F
import copy
import numpy as np


def make_step(model, opt, crit):
    def step(x, y):
        model.train()
        crit_value = crit(model(x), y)
        crit_value.backward()
        opt.step()
        opt.zero_grad()
        return crit_value.item()
    return step


def train(classifier, optimizer, train_loader, loss_fn, epochs):
    step = make_step(classifier, optimizer, loss_fn)
    losses = []
    while len(losses) < epochs:
        batch_losses = np.array([step(x.flatten(1), y) for x, y in train_loader])
        losses.append(batch_losses.mean())
    return losses
