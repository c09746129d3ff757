# loses check_train_zero_grad: zero_grad.never
def train(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.train()
    history = []
    for _ in range(epochs):
        total = 0
        for data, target in train_loader:
            data = data.flatten(1)

            def closure():
                loss = loss_fn(classifier(data), target)
                loss.backward()
                return loss

            total += optimizer.step(closure).item()
        history.append(total / len(train_loader))
    return history
