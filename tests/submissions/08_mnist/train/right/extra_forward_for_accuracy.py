def train(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.train()
    history = []
    for epoch in range(epochs):
        running_loss = 0.0
        hits = 0
        for data, target in train_loader:
            data = data.flatten(1)
            optimizer.zero_grad()
            loss = loss_fn(classifier(data), target)
            loss.backward()
            optimizer.step()
            running_loss += loss.item()
            hits += (classifier(data).argmax(1) == target).sum().item()
        history.append(running_loss / len(train_loader))
    return history
