# loses check_train_update: optimizer.partial


def train(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.train()
    losses = []
    for epoch in range(epochs):
        total = 0.0
        for images, labels in train_loader:
            optimizer.zero_grad()
            loss = loss_fn(classifier(images.flatten(1)), labels)
            loss.backward()
            for name, p in classifier.named_parameters():
                if name.startswith("features"):
                    p.grad.zero_()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(train_loader))
    return losses
