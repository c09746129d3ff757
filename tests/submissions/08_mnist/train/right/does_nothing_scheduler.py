from torch.optim.lr_scheduler import StepLR


def train(classifier, optimizer, train_loader, loss_fn, epochs):
    scheduler = StepLR(optimizer, step_size=1000, gamma=0.1)
    classifier.train()
    hist = []
    for i in range(epochs):
        loss_sum = 0
        for data, target in train_loader:
            optimizer.zero_grad()
            loss = loss_fn(classifier(data.flatten(1)), target)
            loss.backward()
            optimizer.step()
            loss_sum += loss.item()
        scheduler.step()
        hist.append(loss_sum / len(train_loader))
    return hist
