def train(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.train(True)
    out = []
    for _ in range(epochs):
        acc = 0.0
        for data, target in train_loader:
            loss = loss_fn(classifier(data.flatten(start_dim=1)), target)
            loss.backward()
            optimizer.step()
            optimizer.zero_grad(set_to_none=False)
            acc += loss.item()
        out.append(acc / len(train_loader))
    return out
