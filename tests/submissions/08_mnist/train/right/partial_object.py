class Train:
    """Callable, because why not."""

    def __call__(self, classifier, optimizer, train_loader, loss_fn, epochs):
        classifier.train()
        self.losses = []
        for self.epoch in range(epochs):
            self.total = 0
            for data, target in train_loader:
                optimizer.zero_grad()
                out = classifier(data.flatten(1))
                loss = loss_fn(out, target)
                loss.backward()
                optimizer.step()
                self.total += loss.item()
            self.losses.append(self.total / len(train_loader))
        return self.losses


train = Train()
