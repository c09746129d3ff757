def train(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.train()
    losses = []
    for e in range(epochs):
        s = 0.
        for x, y in train_loader:
            classifier.zero_grad()
            loss = loss_fn(classifier(x.view(-1, 784)), y)
            loss.backward()
            optimizer.step()
            s = s + float(loss)
        losses.append(s / len(train_loader))
    return losses
