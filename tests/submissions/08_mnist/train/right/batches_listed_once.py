def train(classifier, optimizer, train_loader, loss_fn, epochs):
    batches = list(train_loader)
    classifier.train()
    hist = []
    for i in range(epochs):
        total = 0
        for data, target in batches:
            classifier.zero_grad(set_to_none=False)
            loss = loss_fn(classifier(data.flatten(1)), target)
            loss.backward()
            optimizer.step()
            total += loss.item()
        hist.append(total / len(batches))
    return hist
