from itertools import chain


def train(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.train()
    losses = []
    for data, target in chain.from_iterable(train_loader for _ in range(epochs)):
        loss = loss_fn(classifier(data.flatten(1)), target)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        losses.append(loss.item())
    n = len(train_loader)
    return [sum(losses[i * n:(i + 1) * n]) / n for i in range(epochs)]
