# loses check_train_history: unexplained
import statistics


def train(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.train()
    history = []
    for _ in range(epochs):
        losses = []
        for images, labels in train_loader:
            optimizer.zero_grad()
            loss = loss_fn(classifier(images.flatten(1)), labels)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        # single bad batches should not spoil the curve
        history.append(statistics.median(losses))
    return history
