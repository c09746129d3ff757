# loses check_train_update: weights.averaged | unexplained | optimizer.ignored
import torch

class EMA:
    def __init__(self, model, decay=0.9):
        self.decay = decay
        self.shadow = {k: p.detach().clone() for k, p in model.named_parameters()}

    @torch.no_grad()
    def update(self, model):
        for k, p in model.named_parameters():
            self.shadow[k].mul_(self.decay).add_(p, alpha=1 - self.decay)

    @torch.no_grad()
    def apply(self, model):
        for k, p in model.named_parameters():
            p.copy_(self.shadow[k])

def train(classifier, optimizer, train_loader, loss_fn, epochs):
    ema = EMA(classifier)
    classifier.train()
    history = []
    for epoch in range(epochs):
        losses = []
        for data, target in train_loader:
            optimizer.zero_grad()
            loss = loss_fn(classifier(data.flatten(1)), target)
            loss.backward()
            optimizer.step()
            ema.update(classifier)
            losses.append(loss.item())
        history.append(sum(losses) / len(losses))
    ema.apply(classifier)     # averaged weights generalise better
    return history
