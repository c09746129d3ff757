# loses check_train_update: loss.other_function


def train(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.train()
    losses = []
    for epoch in range(epochs):
        total = 0.0
        for images, labels in train_loader:
            optimizer.zero_grad()
            loss = loss_fn(classifier(images.flatten(1)), labels)
            small = sum(p.abs().sum() for p in classifier.parameters())
            (loss + 1e-3 * small).backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(train_loader))
    return losses
