import torch.nn as nn


def train(classifier: nn.Module, optimizer, train_loader, loss_fn, epochs: int) -> list[float]:
    """Train the classifier and return one loss per epoch."""
    flatten = nn.Flatten()
    classifier.train()
    history: list[float] = []
    for epoch in range(epochs):
        epoch_loss = 0.0
        for step, (inputs, labels) in enumerate(train_loader, start=1):
            logits = classifier(flatten(inputs))
            loss = loss_fn(logits, labels)
            loss.backward()
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            epoch_loss += (loss.item() - epoch_loss) / step
        history.append(epoch_loss)
    return history
