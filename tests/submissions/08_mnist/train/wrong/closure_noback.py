# loses check_train_update: backward.missing
# loses check_train_zero_grad: backward.missing
def train(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.train()
    history = []
    for _ in range(epochs):
        total = 0
        for data, target in train_loader:
            data = data.flatten(1)

            def closure():
                optimizer.zero_grad()
                loss = loss_fn(classifier(data), target)
                return loss

            total += optimizer.step(closure).item()
        history.append(total / len(train_loader))
    return history
