import copy, logging
from dataclasses import dataclass, field
import torch
log = logging.getLogger("trainer")

@dataclass
class State:
    epoch: int = 0
    best: float = float("inf")
    best_weights: dict = None
    history: list = field(default_factory=list)

class Callback:
    def on_epoch_end(self, trainer): ...

class Checkpoint(Callback):
    def on_epoch_end(self, trainer):
        s = trainer.state
        if s.history[-1] < s.best:
            s.best = s.history[-1]
            s.best_weights = copy.deepcopy(trainer.model.state_dict())   # in memory only

class Trainer:
    def __init__(self, model, optimizer, loss_fn, callbacks=()):
        self.model, self.optimizer, self.loss_fn = model, optimizer, loss_fn
        self.callbacks = list(callbacks)
        self.state = State()

    def training_step(self, batch):
        x, y = batch
        return self.loss_fn(self.model(x.flatten(start_dim=1)), y)

    def fit(self, loader, epochs):
        self.model.train()
        for self.state.epoch in range(epochs):
            total = 0.0
            for k, batch in enumerate(loader, start=1):
                loss = self.training_step(batch)
                self.optimizer.zero_grad(set_to_none=False)
                loss.backward()
                self.optimizer.step()
                total += (loss.item() - total) / k      # running mean
            self.state.history.append(total)
            for c in self.callbacks:
                c.on_epoch_end(self)
        return self.state.history

def train(classifier, optimizer, train_loader, loss_fn, epochs):
    return Trainer(classifier, optimizer, loss_fn, [Checkpoint()]).fit(train_loader, epochs)
