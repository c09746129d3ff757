# loses check_train_update: error.arguments | error.exception | loader.ignored
# loses check_train_zero_grad: error.arguments | error.exception
# loses check_train_history: error.arguments | error.exception
# loses check_train_mode: error.arguments | error.exception
import torch
from torch import nn

loss_fn = nn.CrossEntropyLoss()
epochs = 40

def train(classifier,
          optimizer,
          epochs=epochs,
          loss_fn=loss_fn):

    classifier.train()
    loss_lt = []
    for epoch in range(epochs):
        running_loss = 0.0
        for minibatch in train_loader:
            data, target = minibatch
            data = data.flatten(start_dim=1)
            out = classifier(data)
            computed_loss = loss_fn(out, target)
            computed_loss.backward()
            optimizer.step()
            optimizer.zero_grad()
            running_loss += computed_loss.item()
        loss_lt.append(running_loss/len(train_loader))
    return loss_lt
