import torch

def train(classifier, optimizer, train_loader, loss_fn, epochs):
    optimizer.zero_grad()
    classifier.train()
    hist = torch.zeros(epochs)
    for i in range(epochs):
        optimizer.zero_grad()
        for j, (data, target) in enumerate(train_loader):
            optimizer.zero_grad()
            data = data.squeeze(1).flatten(1)
            loss = loss_fn(classifier(data), target)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            optimizer.zero_grad()
            with torch.no_grad():
                hist[i] += loss / len(train_loader)
            if j % 100 == 0:
                print(f"Train Epoch: {i} [{j * len(data)}/{len(train_loader.dataset)}]\tLoss: {loss.item():.6f}")
    return hist.tolist()
