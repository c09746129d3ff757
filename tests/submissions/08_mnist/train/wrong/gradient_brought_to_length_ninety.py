# loses check_train_update: loss.scaled


def train(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.train()
    losses = []
    for epoch in range(epochs):
        total = 0.0
        for images, labels in train_loader:
            optimizer.zero_grad()
            loss = loss_fn(classifier(images.flatten(1)), labels)
            loss.backward()
            grads = [p.grad for p in classifier.parameters()]
            length = sum((g**2).sum() for g in grads).sqrt()
            for g in grads:
                g.mul_(90 / length)
            optimizer.step()
            total += loss.item()
        losses.append(total / len(train_loader))
    return losses
