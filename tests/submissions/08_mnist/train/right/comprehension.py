def train(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.train()

    def update(data, target):
        optimizer.zero_grad()
        loss = loss_fn(classifier(data.flatten(1)), target)
        loss.backward()
        optimizer.step()
        return loss.item()

    return [sum(update(*batch) for batch in train_loader) / len(train_loader) for _ in range(epochs)]
