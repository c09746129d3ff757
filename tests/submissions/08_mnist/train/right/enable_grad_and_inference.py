import torch


@torch.enable_grad()
def train(classifier, optimizer, train_loader, loss_fn, epochs):
    hist = []
    for epoch in range(epochs):
        classifier.train()
        tot = 0
        for data, target in train_loader:
            out = classifier(data.flatten(1))
            loss = loss_fn(out, target)
            loss.backward()
            optimizer.step()
            optimizer.zero_grad()
            tot += loss.item()
        classifier.eval()
        with torch.inference_mode():
            for data, target in train_loader:
                classifier(data.flatten(1))
        hist.append(tot / len(train_loader))
    classifier.eval()
    return hist
