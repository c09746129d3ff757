# loses check_train_mode: mode.left_in_eval


def train(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.train()
    losses = []
    for epoch in range(epochs):
        total = 0.0
        for images, labels in train_loader:
            classifier.eval()
            optimizer.zero_grad()
            loss = loss_fn(classifier(images.flatten(1)), labels)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(train_loader))
    return losses
