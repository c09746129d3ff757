import torch, random


def train(classifier, optimizer, train_loader, loss_fn, epochs):
    torch.manual_seed(random.randint(0, 1000))
    classifier.train()
    hist = []
    for epoch in range(epochs):
        tot = []
        for data, target in train_loader:
            torch.rand(3)
            out = classifier(data.flatten(1))
            loss = loss_fn(out, target)
            loss.backward()
            optimizer.step()
            optimizer.zero_grad()
            tot.append(loss)
        hist.append(torch.stack(tot).mean().item())
    return hist
