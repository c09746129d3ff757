# loses check_train_zero_grad: zero_grad.never
# loses check_train_history: history.per_batch
def train(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.train()
    loss_lt = []
    for epoch in range(epochs):
        running_loss = 0.0
        for minibatch in train_loader:
            data, target = minibatch
            data = data.flatten(start_dim=1)
            out = classifier(data)
            computed_loss = loss_fn(out, target)
            computed_loss.backward()
            optimizer.step()
            loss_lt.append(computed_loss.item())
    return loss_lt
