def train(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.train()
    losses = []
    for e in range(epochs):
        s = 0.
        for x, y in train_loader:
            loss = loss_fn(classifier(x.view(-1, 28 * 28)), y)
            loss.backward()
            optimizer.step()
            for p in classifier.parameters():
                p.grad = None
            s += loss.detach().item()
        losses.append(s / len(train_loader))
    return losses
