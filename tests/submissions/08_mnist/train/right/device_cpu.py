import torch

device = torch.device("cuda" if torch.cuda.is_available() else "cpu")


def train(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.to(device)
    classifier.train()
    history = []
    for epoch in range(epochs):
        running_loss = 0.0
        for batch_idx, (data, target) in enumerate(train_loader):
            data, target = data.to(device), target.to(device)
            data = data.view(data.shape[0], -1)
            optimizer.zero_grad()
            output = classifier(data)
            loss = loss_fn(output, target)
            loss.backward()
            optimizer.step()
            running_loss += loss.item()
            if batch_idx % 100 == 0:
                print(f"[{batch_idx * len(data)}/{len(train_loader.dataset)}] {loss.item():.3f}")
        history.append(running_loss / len(train_loader))
    return history
