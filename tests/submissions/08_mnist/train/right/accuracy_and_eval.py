import torch


def train(classifier, optimizer, train_loader, loss_fn, epochs):
    history = []
    for epoch in range(epochs):
        classifier.train()
        running_loss, correct, seen = 0.0, 0, 0
        for data, target in train_loader:
            data = data.flatten(1)
            optimizer.zero_grad()
            out = classifier(data)
            loss = loss_fn(out, target)
            loss.backward()
            optimizer.step()
            running_loss += loss.item()
            correct += (out.argmax(dim=1) == target).sum().item()
            seen += len(target)
        classifier.eval()
        with torch.no_grad():
            right = 0
            for data, target in train_loader:
                right += (classifier(data.flatten(1)).argmax(1) == target).sum().item()
        print(f"epoch {epoch}: loss {running_loss / len(train_loader):.4f}, acc {correct / seen:.3f}, after {right / seen:.3f}")
        history.append(running_loss / len(train_loader))
    return history
