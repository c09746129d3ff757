# loses check_train_update: step.before_backward | unexplained
import torch

def train(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.train()
    loss_lt = []
    for epoch in range(epochs):
        running_loss = 0.0
        for data, target in train_loader:
            # 1. update  2. clean up  3. forward  4. backward
            optimizer.step()
            optimizer.zero_grad()
            out = classifier(data.flatten(start_dim=1))
            computed_loss = loss_fn(out, target)
            computed_loss.backward()
            running_loss += computed_loss.item()
        loss_lt.append(running_loss / len(train_loader))
    return loss_lt
