def one_epoch(classifier, optimizer, train_loader, loss_fn):
    def batches():
        for data, target in train_loader:
            optimizer.zero_grad()
            loss = loss_fn(classifier(data.flatten(1)), target)
            loss.backward()
            optimizer.step()
            yield loss.item()
    losses = list(batches())
    return sum(losses) / len(losses)


def train(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.train()
    if epochs == 0:
        return []
    first = one_epoch(classifier, optimizer, train_loader, loss_fn)
    return [first] + train(classifier, optimizer, train_loader, loss_fn, epochs - 1)
