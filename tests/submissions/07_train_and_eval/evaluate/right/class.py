import torch


class Meter:
    def __init__(self):
        self.total = 0.0
        self.n = 0

    def update(self, value, n=1):
        self.total += value * n
        self.n += n

    @property
    def avg(self):
        return self.total / self.n


def evaluate(model, loader, loss_fn):
    losses, top1 = Meter(), Meter()
    status = model.training
    model.eval()
    for i, batch in enumerate(loader):
        inputs, labels = batch
        with torch.no_grad():
            logits = model.forward(inputs)
        losses.update(loss_fn(logits, labels).item(), inputs.size(0))
        top1.update((logits.argmax(1) == labels).float().mean().item(), inputs.size(0))
    if status:
        model.train()
    return losses.avg, top1.avg
