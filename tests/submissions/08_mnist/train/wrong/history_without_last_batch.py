# loses check_train_history: batch.dropped
def train(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.train()
    history = []
    for epoch in range(epochs):
        losses = []
        for data, target in train_loader:
            optimizer.zero_grad()
            loss = loss_fn(classifier(data.flatten(1)), target)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        full = losses[:-1]  # the last batch is smaller, so it does not count
        history.append(sum(full) / len(full))
    return history
