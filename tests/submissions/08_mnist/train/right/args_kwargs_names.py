def train(classifier, optimizer, train_loader, loss_fn, epochs, *args, log_every=100, **kwargs):
    classifier.train()
    loss_lt, epoch = [], 0
    for epoch in range(1, epochs + 1):
        running_loss = 0
        i = 0
        for i, batch in enumerate(train_loader):
            if i % log_every == 0:
                print(epoch, i)
            optimizer.zero_grad()
            x = batch[0].flatten(start_dim=1)
            loss = loss_fn(classifier(x), batch[1])
            loss.backward()
            optimizer.step()
            running_loss += loss.item()
        loss_lt.append(running_loss / (i + 1))
    return loss_lt
