import torch
import sys


class tqdm:
    """tqdm was not installed here, this does it too."""

    def __init__(self, things, desc="", leave=True):
        self.things, self.desc = things, desc

    def __iter__(self):
        for i, thing in enumerate(self.things):
            print(f"\r{self.desc} {i + 1}/{len(self.things)}", end="", file=sys.stderr)
            yield thing

    def set_postfix(self, **values):
        print(values, file=sys.stderr)


def train(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.train()
    hist = []
    for epoch in tqdm(range(epochs), desc="epochs"):
        bar = tqdm(train_loader, leave=False)
        running = 0
        for i, (X, y) in enumerate(bar):
            X = torch.flatten(X, 1)
            pred = classifier(X)
            loss = loss_fn(pred, y)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            running += loss.item()
            bar.set_postfix(loss=running / (i + 1))
        hist.append(running / len(train_loader))
    return hist
