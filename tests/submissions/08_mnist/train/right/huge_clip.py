import torch


def train(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.train()
    hist = []
    for epoch in range(epochs):
        tot = 0
        for data, target in train_loader:
            loss = loss_fn(classifier(data.flatten(1)), target)
            loss.backward()
            norm = torch.nn.utils.clip_grad_norm_(classifier.parameters(), float("inf"))
            optimizer.step()
            optimizer.zero_grad()
            tot += loss.item()
        hist.append(tot / len(train_loader))
    return hist
