import torch


def train(classifier, optimizer, train_loader, loss_fn, epochs):
    dataset, size = train_loader.dataset, train_loader.batch_size
    images = torch.stack([dataset[i][0] for i in range(len(dataset))])
    labels = torch.tensor([int(dataset[i][1]) for i in range(len(dataset))])
    classifier.train()
    hist = []
    for i in range(epochs):
        losses = []
        for start in range(0, len(dataset), size):
            x, y = images[start:start + size], labels[start:start + size]
            optimizer.zero_grad()
            loss = loss_fn(classifier(x.flatten(1)), y)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        hist.append(sum(losses) / len(losses))
    return hist
