import torch

class Trainer:
    def __init__(self, m, o, f): self.m, self.o, self.f = m, o, f
    def step(self, x, t):
        self.o.zero_grad(); l = self.f(self.m(torch.flatten(x, start_dim=1)), t); l.backward(); self.o.step(); return l.detach()
    def fit(self, loader, epochs):
        h = torch.zeros(epochs)
        for e in range(epochs):
            self.m.train(); h[e] = torch.stack([self.step(*b) for b in loader]).mean()
        return h.tolist()
def train(classifier, optimizer, train_loader, loss_fn, epochs): return Trainer(classifier, optimizer, loss_fn).fit(train_loader, epochs)
