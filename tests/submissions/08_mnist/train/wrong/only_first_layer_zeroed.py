# loses check_train_zero_grad: zero_grad.partial | unexplained
import torch

def train(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.train()
    history = []
    for epoch in range(epochs):
        running = 0.0
        for data, target in train_loader:
            loss = loss_fn(classifier(data.flatten(1)), target)
            loss.backward()
            optimizer.step()
            # set the gradients of the weights to zero
            w = next(classifier.parameters())
            w.grad.zero_()
            running += loss.item()
        history.append(running / len(train_loader))
    return history
