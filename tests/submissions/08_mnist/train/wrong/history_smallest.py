# loses check_train_history: unexplained
def train(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.train()
    best_of_epoch = []
    for epoch in range(epochs):
        best = float("inf")
        for x, y in train_loader:
            loss = loss_fn(classifier(x.view(len(x), -1)), y)
            loss.backward()
            optimizer.step()
            optimizer.zero_grad()
            best = min(best, loss.item())
        best_of_epoch.append(best)
    return best_of_epoch
