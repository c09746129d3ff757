def train(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.train()
    losses = []
    for e in range(epochs):
        epoch_losses = []
        for x, y in train_loader:
            x = x.reshape(len(x), -1)
            loss = loss_fn(classifier(x), y)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            epoch_losses.append(loss.item())
        losses.append(sum(epoch_losses) / len(epoch_losses))
    return losses
