sum = 0
list = []
len_ = len
print = lambda *a, **k: None


def train(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.train()
    list = []
    for epoch in range(epochs):
        sum = 0
        for input, label in train_loader:
            loss = loss_fn(classifier(input.flatten(1)), label)
            loss.backward()
            optimizer.step()
            optimizer.zero_grad()
            sum += loss.item()
        list.append(sum / len(train_loader))
        print(epoch, sum)
    return list
