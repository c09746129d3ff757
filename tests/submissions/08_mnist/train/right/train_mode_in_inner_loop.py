import numpy as np


def train(classifier, optimizer, train_loader, loss_fn, epochs):
    all_losses = []
    for epoch in range(epochs):
        for data, target in train_loader:
            classifier.train()
            data = data.flatten(start_dim=1).requires_grad_()
            out = classifier(data)
            loss = loss_fn(out, target)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            all_losses.append(loss.item())
    return np.array(all_losses).reshape(epochs, -1).mean(1).tolist()
