def train(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.train()
    result = []
    epoch = 0
    while epoch < epochs:
        it = iter(train_loader)
        total, count = 0.0, 0
        while True:
            try:
                data, target = next(it)
            except StopIteration:
                break
            optimizer.zero_grad()
            loss = loss_fn(classifier(data.view(len(data), -1)), target)
            loss.backward()
            optimizer.step()
            total += loss.item()
            count += 1
        result.append(total / count)
        epoch += 1
    return result
