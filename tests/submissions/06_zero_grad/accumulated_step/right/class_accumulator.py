class Accumulator:
    """Accumulates gradients over uneven minibatches."""

    def __init__(self, model, optimizer, loss_fn):
        self.model, self.optimizer, self.loss_fn = model, optimizer, loss_fn
        self.loss_sum = 0.0

    def feed(self, data, target, total):
        loss = self.loss_fn(self.model(data), target)
        weight = len(data) / total
        (weight * loss).backward()
        self.loss_sum += weight * loss.item()

    def finish(self):
        self.optimizer.step()
        return self.loss_sum


def accumulated_step(model, optimizer, loss_fn, minibatches):
    optimizer.zero_grad()
    acc = Accumulator(model, optimizer, loss_fn)
    total = sum(len(d) for d, _ in minibatches)
    for data, target in minibatches:
        acc.feed(data, target, total)
    return acc.finish()
