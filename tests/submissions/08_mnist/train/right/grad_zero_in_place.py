def train(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.train()
    losses = []
    for e in range(epochs):
        s = 0.
        for x, y in train_loader:
            for group in optimizer.param_groups:
                for p in group["params"]:
                    if p.grad is not None:
                        p.grad.zero_()
            loss = loss_fn(classifier(x.flatten(1)), y)
            loss.backward()
            optimizer.step()
            s += loss.item()
        losses.append(s / len(train_loader))
    return losses
