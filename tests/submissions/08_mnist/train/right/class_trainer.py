class AverageMeter:
    def __init__(self):
        self.reset()

    def reset(self):
        self.sum, self.count = 0.0, 0

    def update(self, value, n=1):
        self.sum += value * n
        self.count += n

    @property
    def avg(self):
        return self.sum / max(self.count, 1)


class Trainer:
    def __init__(self, model, optimizer, criterion):
        self.model, self.optimizer, self.criterion = model, optimizer, criterion
        self.meter = AverageMeter()

    def step(self, batch):
        x, y = batch
        self.optimizer.zero_grad(set_to_none=True)
        loss = self.criterion(self.model(x.flatten(1)), y)
        loss.backward()
        self.optimizer.step()
        self.meter.update(loss.item(), len(y))

    def epoch(self, loader):
        self.model.train()
        self.meter.reset()
        for batch in loader:
            self.step(batch)
        return self.meter.avg


def train(classifier, optimizer, train_loader, loss_fn, epochs):
    trainer = Trainer(classifier, optimizer, loss_fn)
    return [trainer.epoch(train_loader) for _ in range(epochs)]
