def train(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.train()
    hist = []
    for i in range(epochs):
        loss_sum = 0
        for data, target in train_loader:
            optimizer.zero_grad()
            classifier.zero_grad()
            loss = loss_fn(classifier.forward(data.flatten(1)), target)
            loss.backward(retain_graph=True)
            optimizer.step()
            loss_sum += loss.data.item()
        hist += [loss_sum / len(train_loader)]
    return hist
