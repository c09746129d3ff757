# loses check_train_zero_grad: zero_grad.before_step
import torch

def train(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.train()
    loss_lt = []
    for epoch in range(epochs):
        running_loss = 0.0
        for data, target in train_loader:
            data = data.flatten(start_dim=1)
            out = classifier(data)
            computed_loss = loss_fn(out, target)
            computed_loss.backward()
            optimizer.zero_grad()
            optimizer.step()
            running_loss += computed_loss.item()
        loss_lt.append(running_loss/len(train_loader))
    return loss_lt
