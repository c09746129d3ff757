# loses check_train_update: step.missing
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
                loss.backward()
                return loss

            total += closure().item()
        history.append(total / len(train_loader))
    return history
