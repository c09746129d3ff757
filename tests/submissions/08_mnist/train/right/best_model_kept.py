import copy


def train(classifier, optimizer, train_loader, loss_fn, epochs):
    best, best_loss = None, float("inf")
    hist = []
    for i in range(epochs):
        classifier.train()
        loss_sum = 0
        for data, target in train_loader:
            loss = loss_fn(classifier(data.flatten(1)), target)
            loss.backward()
            optimizer.step()
            optimizer.zero_grad()
            loss_sum += loss.item()
        hist.append(loss_sum / len(train_loader))
        if hist[-1] < best_loss:
            best_loss = hist[-1]
            best = copy.deepcopy(classifier)
            best_weights = copy.deepcopy(classifier.state_dict())
            best_optimizer = copy.deepcopy(optimizer)
    return hist
