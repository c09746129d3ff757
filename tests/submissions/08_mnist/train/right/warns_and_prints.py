import sys
import warnings


def train(classifier, optimizer, train_loader, loss_fn, epochs):
    warnings.warn("training will start now")
    classifier.train()
    losses = []
    for epoch in range(epochs):
        sys.stderr.write("epoch %d\n" % epoch)
        batch_losses = []
        for data, target in train_loader:
            loss = loss_fn(classifier(data.flatten(1)), target)
            loss.backward()
            optimizer.step()
            optimizer.zero_grad()
            batch_losses.append(loss.item())
        losses.append(sum(batch_losses) / len(train_loader))
    return tuple(losses)
