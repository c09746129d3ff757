import torch
torch.set_default_dtype(torch.float64)


def train(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.train()
    hist = []
    for i in range(epochs):
        loss_sum = torch.zeros(1)
        for data, target in train_loader:
            loss = loss_fn(classifier(data.flatten(1)), target)
            loss.backward()
            optimizer.step()
            optimizer.zero_grad()
            loss_sum += loss.detach()
        hist.append(loss_sum / len(train_loader))
    return hist
