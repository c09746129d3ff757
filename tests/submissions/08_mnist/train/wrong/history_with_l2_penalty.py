# loses check_train_update: loss.other_function | loss.penalty_added | unexplained
# loses check_train_history: loss.other_function
def train(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.train()
    history = []
    for epoch in range(epochs):
        running = 0.0
        for data, target in train_loader:
            optimizer.zero_grad()
            loss = loss_fn(classifier(data.flatten(1)), target)
            for weights in classifier.parameters():
                loss = loss + 0.005 * (weights**2).sum()
            loss.backward()
            optimizer.step()
            running += loss.item()
        history.append(running / len(train_loader))
    return history
