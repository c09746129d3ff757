# loses check_train_zero_grad: zero_grad.never
# loses check_train_history: history.per_batch | returns.shape
import torch

def train(classifier, optimizer, train_loader, loss_fn, epochs):
    losses = []
    classifier.train()
    for epoch in range(epochs):
        for i, (data, target) in enumerate(train_loader):
            out = classifier(data.flatten(1))
            loss = loss_fn(out, target)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
            if i % 50 == 0:
                print("\repoch", epoch, "batch", i, "loss", loss.item(), end="")
    return losses
