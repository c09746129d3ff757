# loses check_train_history: history.not_reset
# loses check_train_mode: mode.train_missing
import torch

def train(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.train
    loss_lt = []
    running_loss = 0.0
    for epoch in range(epochs):
        for minibatch in train_loader:
            data, target = minibatch
            optimizer.zero_grad()
            out = classifier(data.flatten(start_dim=1))
            computed_loss = loss_fn(out, target)
            computed_loss.backward()
            optimizer.step()
            running_loss += computed_loss.item()
        loss_lt.append(running_loss / len(train_loader))
    return loss_lt
