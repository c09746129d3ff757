def train(classifier, optimizer, train_loader, loss_fn, epochs):
    print("Training on", len(train_loader.dataset), "images,", train_loader.batch_size, "at a time")
    classifier.train()
    optimizer.zero_grad()
    hist = [0.0] * epochs
    for i in range(epochs):
        for data, target in train_loader:
            optimizer.zero_grad()
            data = data.squeeze(1).reshape(-1, 28 * 28)
            loss = loss_fn(classifier(data), target)
            loss.backward()
            optimizer.step()
            optimizer.zero_grad()
            hist[i] += loss.item() / len(train_loader)
    return hist
