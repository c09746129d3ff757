# loses check_train_history: returns.shape
def train(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.train()
    history = []
    for epoch in range(epochs):
        if epoch > 0:
            # the epoch before this one is complete now
            history.append(total / len(train_loader))
        total = 0.0
        for images, labels in train_loader:
            optimizer.zero_grad()
            loss = loss_fn(classifier(images.flatten(1)), labels)
            loss.backward()
            optimizer.step()
            total += loss.item()
    return history
