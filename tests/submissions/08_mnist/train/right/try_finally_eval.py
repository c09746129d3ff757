def train(classifier, optimizer, train_loader, loss_fn, epochs):
    was = classifier.training
    classifier.train()
    history = []
    try:
        for _ in range(epochs):
            running = 0.0
            for data, target in train_loader:
                data = data.view(data.shape[0], -1)
                loss = loss_fn(classifier(data), target)
                optimizer.zero_grad()
                loss.backward()
                optimizer.step()
                running += loss.item() * len(data)
            history.append(running / len(train_loader.dataset))
    finally:
        classifier.train(was)
    return history
