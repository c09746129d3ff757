import torch

def accuracy(net, loader):
    net.eval()
    good = n = 0
    with torch.no_grad():
        for x, y in loader:
            good += (net(x.flatten(1)).argmax(1) == y).sum().item()
            n += len(y)
    return good / n

def train(classifier, optimizer, train_loader, loss_fn, epochs):
    losses = []
    for epoch in range(epochs):
        classifier.train()          # accuracy() leaves it in eval
        running = 0.0
        for data, target in train_loader:
            optimizer.zero_grad()
            out = classifier(data.flatten(1))
            loss = loss_fn(out, target)
            loss.backward()
            optimizer.step()
            running += loss.item()
        losses.append(running / len(train_loader))
        print(f"epoch {epoch + 1}: loss {losses[-1]:.3f}, train acc {accuracy(classifier, train_loader):.3f}")
    return losses
