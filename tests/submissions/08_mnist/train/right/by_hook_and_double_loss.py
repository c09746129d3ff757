import torch


def train(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.train()
    averages = []
    for _ in range(epochs):
        total = torch.zeros((), dtype=torch.float64)
        for data, target in train_loader:
            with torch.no_grad():
                classifier.zero_grad()
            with torch.set_grad_enabled(True):
                loss = loss_fn(classifier(torch.flatten(data, start_dim=1)), target)
            torch.autograd.backward(loss)
            optimizer.step()
            with torch.no_grad():
                total += loss
        averages.append(float(total) / len(train_loader))
    return averages
