# loses check_train_zero_grad: zero_grad.not_called | zero_grad.never
import torch

class Trainer:
    def __init__(self, model, opt, criterion):
        self.model = model
        self.opt = opt
        self.criterion = criterion
        self.history = []

    def step(self, x, y):
        self.opt.zero_grad
        loss = self.criterion(self.model(x), y)
        loss.backward()
        self.opt.step()
        return loss.item()

    def fit(self, loader, n_epochs):
        for e in range(n_epochs):
            self.model.train()
            losses = []
            for x, y in loader:
                losses.append(self.step(x.flatten(1), y))
            self.history.append(sum(losses) / len(losses))
            print(f"Epoch {e+1}/{n_epochs} - loss: {self.history[-1]:.4f}")

def train(classifier, optimizer, train_loader, loss_fn, epochs):
    trainer = Trainer(classifier, optimizer, loss_fn)
    trainer.fit(train_loader, epochs)
    return trainer.history
