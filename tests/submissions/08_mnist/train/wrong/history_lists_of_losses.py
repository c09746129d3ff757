# loses check_train_history: history.per_batch
def train(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.train()
    history = []
    for epoch in range(epochs):
        of_this_epoch = []
        for data, target in train_loader:
            optimizer.zero_grad()
            loss = loss_fn(classifier(data.reshape(-1, 784)), target)
            loss.backward()
            optimizer.step()
            of_this_epoch.append(loss.item())
        history.append(of_this_epoch)
    return history
