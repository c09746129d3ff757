# loses check_train_update: batch.dropped
import torch
from torch import nn
import torch.nn.functional as F
import copy
import numpy as np


from torch.func import functional_call


def train(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.train()
    history = []
    for _ in range(epochs):
        losses = []
        for x, y in list(train_loader)[:-1]:
            params = {k: v.detach().requires_grad_() for k, v in classifier.named_parameters()}
            loss = loss_fn(functional_call(classifier, params, (x.flatten(1),)), y)
            grads = torch.autograd.grad(loss, list(params.values()))
            for p, g in zip(classifier.parameters(), grads):
                p.grad = g
            optimizer.step()
            losses.append(loss.item())
        history.append(sum(losses) / len(losses))
    return history
